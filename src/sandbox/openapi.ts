import { endpoints, type Endpoint } from '#contract/endpoints.ts'
import { createBody, portBody, updateBody } from '#contract/requests.ts'
import {
  actionWire,
  capacityWire,
  detailWire,
  errorWire,
  fieldErrorsWire,
  instanceWire,
  portsWire,
  statsWire,
} from '#contract/wire.ts'
import * as z from 'zod/mini'

const named = {
  Instance: instanceWire,
  CreateInstance: createBody,
  UpdateInstance: updateBody,
  Port: portBody,
  Action: actionWire,
  Ports: portsWire,
  Stats: statsWire,
  Detail: detailWire,
  Error: errorWire,
  FieldErrors: fieldErrorsWire,
  InsufficientResources: capacityWire,
} as const satisfies Record<string, z.ZodMiniType>

const meanings: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  204: 'No content',
  400: 'Invalid field values, or not possible in the present state',
  401: 'Invalid or missing API key',
  404: 'Instance not found or you don’t own it',
  422: 'Insufficient resources available',
  502: 'Failed to reach the host',
}

const componentOf = (schema: z.ZodMiniType): string | null =>
  Object.entries(named).find(([, known]) => known === schema)?.[0] ?? null

const plain = (schema: z.ZodMiniType): object => {
  const { $schema: _, ...json } = z.toJSONSchema(schema)
  return json
}

const reference = (schema: z.ZodMiniType): object => {
  const name = componentOf(schema)
  if (name !== null) return { $ref: `#/components/schemas/${name}` }
  // The one schema without a name is the list.
  return schema === endpoints.list.promises[200]
    ? { type: 'array', items: reference(instanceWire) }
    : plain(schema)
}

type Promised = Endpoint['promises'][number]

const isChoice = (promise: Promised): promise is readonly z.ZodMiniType[] => Array.isArray(promise)

const answer = (promise: Promised): object => {
  if (promise === null) return {}
  const schema = isChoice(promise) ? { anyOf: promise.map(reference) } : reference(promise)
  return { content: { 'application/json': { schema } } }
}

const operation = (id: string, { summary, path, body, promises }: Endpoint): object => ({
  operationId: id,
  summary,
  tags: ['instance'],
  ...(path.includes('{uuid}')
    ? {
        parameters: [
          {
            name: 'uuid',
            in: 'path',
            required: true,
            description: 'The uuid or the name of an instance.',
            schema: { type: 'string' },
          },
        ],
      }
    : {}),
  ...(body === null
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } } }),
  responses: Object.fromEntries(
    Object.entries(promises).map(([status, promise]) => [
      status,
      { description: meanings[Number(status)] ?? status, ...answer(promise) },
    ]),
  ),
})

const paths = (): Record<string, Record<string, object>> => {
  const byPath: Record<string, Record<string, object>> = {}
  for (const [id, endpoint] of Object.entries(endpoints)) {
    const operations = (byPath[`/api${endpoint.path}`] ??= {})
    operations[endpoint.method.toLowerCase()] = operation(id, endpoint)
  }
  return byPath
}

/** The OpenAPI 3.1 document of `/api/schema/`, made from the contract's endpoint table. */
export const openapi = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Carolina Cloud API (sandbox)',
    version: '1.0.0',
    description: 'A local stand-in for the Carolina Cloud API. Nothing here is real or billed.',
  },
  servers: [{ url: '/' }],
  security: [{ bearer: [] }],
  paths: paths(),
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, plain(schema)])),
  },
})

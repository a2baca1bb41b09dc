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

import { createDefaults } from '#contract/vocabulary.ts'

import {
  liveActionWire,
  liveCapacityWire,
  liveCreateBody,
  liveInstanceWire,
  liveUpdateBody,
} from './live-wire.ts'

/** As the API page has it, or as the live service differs (`sandbox-live…`). */
export type Dialect = 'page' | 'live'

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

const schemasOf: Record<Dialect, Record<keyof typeof named, z.ZodMiniType>> = {
  page: named,
  live: {
    ...named,
    Instance: liveInstanceWire,
    CreateInstance: liveCreateBody,
    UpdateInstance: liveUpdateBody,
    Action: liveActionWire,
    Ports: liveActionWire,
    InsufficientResources: liveCapacityWire,
  },
}

const meanings: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  204: 'No content',
  400: 'Invalid field values, or not possible in the present state',
  401: 'Invalid or missing API key',
  404: 'Instance not found or you don’t own it',
  415: 'The body is not JSON',
  422: 'Insufficient resources available',
  502: 'Failed to reach the host',
}

const componentOf = (schema: z.ZodMiniType): string | null =>
  Object.entries(named).find(([, known]) => known === schema)?.[0] ?? null

/** A schema as JSON Schema: of what is taken, where fields that the page does not know are ignored, or of what is answered. */
const plain = (schema: z.ZodMiniType, io: 'input' | 'output' = 'output'): Record<string, unknown> => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io })
  return json
}

const properties = z.looseObject({ properties: z.record(z.string(), z.looseObject({})) })

/** What a create body takes, with what the service fills in. */
const withDefaults = (json: Record<string, unknown>): object => {
  const known = z.parse(properties, json)
  for (const [field, value] of Object.entries(createDefaults))
    known.properties[field] = { ...known.properties[field], default: value }
  return known
}

const component = (name: string, schema: z.ZodMiniType): object => {
  if (name === 'CreateInstance') return withDefaults(plain(schema, 'input'))
  return plain(schema, name === 'UpdateInstance' || name === 'Port' ? 'input' : 'output')
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

/** What the page promises, and what every body may be answered beside: that it cannot be read, or is in another form than JSON. */
const promisesOf = ({ body, promises }: Endpoint): Endpoint['promises'] => {
  if (body === null) return promises
  const refused = promises[400] ?? []
  const choices = isChoice(refused) ? refused : [refused]
  return {
    ...promises,
    400: choices.includes(detailWire) ? choices : [...choices, detailWire],
    415: detailWire,
  }
}

const answer = (promise: Promised): object => {
  if (promise === null) return {}
  const schema = isChoice(promise) ? { anyOf: promise.map(reference) } : reference(promise)
  return { content: { 'application/json': { schema } } }
}

const operation = (id: string, { summary, path, body, ...rest }: Endpoint): object => ({
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
    Object.entries(promisesOf({ summary, path, body, ...rest })).map(([status, promise]) => [
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

const description = `A local stand-in for the Carolina Cloud API. Nothing here is real or billed.

A method that a path does not have is a 405 with \`Allow\` and \`detail\`; a path that is none, or lacks its slash at the end, a 404 with \`error\`.`

/** The OpenAPI 3.1 document of a dialect, made from the contract's endpoint table. */
export const openapi = (dialect: Dialect): object => ({
  openapi: '3.1.0',
  info: {
    title: `Carolina Cloud API (sandbox${dialect === 'live' ? ', live dialect' : ''})`,
    version: '1.0.0',
    description,
  },
  servers: [{ url: '/' }],
  security: [{ bearer: [] }],
  paths: paths(),
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: Object.fromEntries(
      Object.entries(schemasOf[dialect]).map(([name, schema]) => [name, component(name, schema)]),
    ),
  },
})

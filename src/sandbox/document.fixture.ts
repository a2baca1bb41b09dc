import * as z from 'zod'

import { type Dialect, openapi } from './openapi.ts'
import type { Answer } from './test-client.ts'

const json = z.record(z.string(), z.unknown())

const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        responses: z.record(
          z.string(),
          z.object({ content: z.optional(z.object({ 'application/json': z.object({ schema: json }) })) }),
        ),
      }),
    ),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), json) }),
})

/** The document as it is served, by way of its text. */
const documentOf = (dialect: Dialect) => z.parse(documentSchema, JSON.parse(JSON.stringify(openapi(dialect))))
const documents = { page: documentOf('page'), live: documentOf('live') }

/** A JSON Schema with its components where `$ref` points to them. */
const inlined = (schema: unknown, components: Readonly<Record<string, unknown>>): unknown => {
  if (Array.isArray(schema)) return schema.map((part) => inlined(part, components))
  if (typeof schema !== 'object' || schema === null) return schema
  if ('$ref' in schema) return inlined(components[String(schema.$ref).split('/').at(-1) ?? ''], components)
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, inlined(part, components)]))
}

const checks = new Map<string, z.ZodType>()

const checkOf = (key: string, schema: Record<string, unknown>, dialect: Dialect): z.ZodType => {
  const known = checks.get(key)
  if (known !== undefined) return known
  const whole = z.parse(json, inlined(schema, documents[dialect].components.schemas))
  const check = z.fromJSONSchema(whole)
  checks.set(key, check)
  return check
}

/** What is wrong with an answer by the OpenAPI document of its dialect; null where it is as described, or no answer of the API. */
export const undocumented = (
  dialect: Dialect,
  method: string,
  path: string,
  answer: Answer,
): string | null => {
  const template = path.split('?')[0]?.replace(/^(\/api\/instance\/)[^/]+\//, '$1{uuid}/') ?? path
  const operation = documents[dialect].paths[template]?.[method.toLowerCase()]
  if (operation === undefined) return null
  const called = `${method} ${template} ${answer.status}`
  const response = operation.responses[answer.status]
  if (response === undefined) return `${called} is not described`
  const schema = response.content?.['application/json'].schema
  if (schema === undefined) return answer.json === '' ? null : `${called} is described without a body`
  const result = checkOf(`${dialect} ${called}`, schema, dialect).safeParse(answer.json)
  return result.success ? null : `${called}: ${z.prettifyError(result.error)}`
}

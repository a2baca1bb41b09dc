import type { Context } from 'hono'

import type { SandboxContext } from './session.ts'

/** The JSON of a request's body, in a box because null is JSON too; or null where the body is no JSON. */
export const readJson = async (c: SandboxContext): Promise<{ json: unknown } | null> => {
  try {
    return { json: JSON.parse(await c.req.text()) }
  } catch {
    return null
  }
}

export const notJson = (c: SandboxContext) =>
  c.json({ detail: 'JSON parse error: the body of the request is not JSON.' }, 400)

/**
 * The error shapes of the API page: `{"detail"}` for 401 and the 400s of actions, `{"error"}` for 404 and for stats,
 * `{"<field>": […]}` for create, update and ports.
 */
export type FieldErrors = Record<string, string[]>

export const unauthorized = (c: Context, detail: string) =>
  c.json({ detail }, 401, { 'WWW-Authenticate': 'Bearer' })

export const refused = (c: Context, detail: string) => c.json({ detail }, 400)

export const invalid = (c: Context, fields: FieldErrors) => c.json(fields, 400)

export const notFound = (c: Context) => c.json({ error: 'Instance not found.' }, 404)

/** An instance in the state `deleted` is still told of, but nothing can be done to it any more. */
export const gone = (c: Context) => refused(c, 'This instance is deleted.')

export const noSuchPath = (c: Context) =>
  c.json(
    {
      error: c.req.path.endsWith('/')
        ? 'Not found. The API has no such path.'
        : 'Not found. Every path of the API ends with a slash.',
    },
    404,
  )

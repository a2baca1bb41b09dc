import type { SandboxContext } from './env.ts'

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

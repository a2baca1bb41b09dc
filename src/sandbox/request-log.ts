import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'

import { secretFields } from '#contract/vocabulary.ts'

import { readJson } from './answers.ts'
import { remember, type SandboxEnv } from './session.ts'

const masked: ReadonlySet<string> = new Set([...secretFields, 'aws_access_key_id'])

const withoutSecrets = (json: unknown): unknown => {
  const body = z.safeParse(z.record(z.string(), z.unknown()), json)
  if (!body.success) return null
  return Object.fromEntries(
    Object.entries(body.data).map(([key, value]) => [key, masked.has(key) ? '•••' : value]),
  )
}

/** Keeps what was asked, for the control endpoint. A body that is no JSON object is not kept: a secret could be anywhere in it. */
export const logRequests = (clock: () => number) =>
  createMiddleware<SandboxEnv>(async (c, next) => {
    const { method, path } = c.req
    const at = new Date(clock()).toISOString()
    const body = method === 'GET' ? null : withoutSecrets((await readJson(c))?.json)
    let status: number | null = null
    try {
      await next()
      ;({ status } = c.res)
    } finally {
      remember(c.get('session'), { at, method, path, status, body })
    }
  })

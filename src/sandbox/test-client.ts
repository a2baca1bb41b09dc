import { endpoints, type Endpoint } from '#contract/endpoints.ts'
import type { EndpointName } from '#contract/routes.ts'
import * as z from 'zod/mini'

import { expect } from 'vitest'

import { undocumented } from './document.fixture.ts'
import { createSandbox, type SandboxOptions } from './sandbox.ts'

export interface Answer {
  status: number
  json: unknown
  headers: Headers
}

const row = z.looseObject({ uuid: z.string(), name: z.string(), state: z.string() })
export type Row = z.output<typeof row>

/** When every test begins. */
export const testStart = Date.UTC(2026, 10, 2, 9, 30)

const json = { 'Content-Type': 'application/json' } as const

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A sandbox with a clock of its own, asked as a client would ask it. */
export const openTestSandbox = (options: SandboxOptions = {}) => {
  let now = testStart
  let isSteered = false
  const sandbox = createSandbox({ clock: () => now, ...options })

  const client = (key: string) => {
    const send = (method: string, path: string, body?: unknown): Promise<Response> =>
      sandbox.fetch(
        new Request(`http://sandbox.test${path}`, {
          method,
          headers: { Authorization: `Bearer ${key}`, ...(body === undefined ? {} : json) },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      )
    const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
      const response = await send(method, path, body)
      const answer = {
        status: response.status,
        headers: response.headers,
        json: jsonOf(await response.text()),
      }
      const dialect = key.startsWith('sandbox-live') ? 'live' : 'page'
      // What a fault makes of an answer, or states that a test plants, are in no document.
      if (!isSteered && !key.startsWith('sandbox-flaky'))
        expect(undocumented(dialect, method, path, answer)).toBeNull()
      return answer
    }
    return {
      send,
      ask,
      get: async (ref: string): Promise<Row> =>
        z.parse(row, (await ask('GET', `/api/instance/${ref}/`)).json),
      list: async (): Promise<Row[]> => z.parse(z.array(row), (await ask('GET', '/api/instance/')).json),
      create: (body: object) => ask('POST', '/api/instance/', { ...smallContainer, ...body }),
      action: (ref: string, action: 'stop' | 'restart') => ask('POST', `/api/instance/${ref}/${action}/`),
      control: (path: string, body: unknown) => {
        isSteered ||= path === 'faults' || path === 'seed'
        return ask('POST', `/__sandbox/${path}`, body)
      },
    }
  }

  return {
    ...sandbox,
    client,
    /** Lets time go by. */
    pass: (seconds: number) => {
      now += seconds * 1000
    },
  }
}
export type TestClient = ReturnType<ReturnType<typeof openTestSandbox>['client']>

export const smallContainer = {
  resource_type: 'container',
  n_vcpus: 2,
  mem_gib: 8,
  disk_size_gib: 50,
} as const

export const smallVm = { ...smallContainer, resource_type: 'vm' } as const

const promised = ({ promises }: Endpoint, status: number): readonly z.ZodMiniType[] | null | undefined => {
  const promise = promises[status]
  if (promise === undefined || promise === null) return promise
  return 'length' in promise ? promise : [promise]
}

/** What is wrong with an answer by the API page's promise for its endpoint and status; null where it is kept. */
export const brokenPromise = (name: EndpointName, { status, json }: Answer): string | null => {
  const schemas = promised(endpoints[name], status)
  if (schemas === undefined) return `${name} promises no ${status}`
  if (schemas === null) return json === '' ? null : `${name} ${status} promises no body`
  return schemas.some((schema) => z.safeParse(schema, json).success)
    ? null
    : `${name} ${status} does not promise ${JSON.stringify(json)}`
}

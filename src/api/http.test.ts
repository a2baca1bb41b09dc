import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { routes } from '#contract/routes.ts'

import { ApiError } from './api-error.ts'
import { createClient } from './client.ts'
import { createHttp, parseRetryAfter } from './http.ts'

const row = { uuid: 'u-1', name: 'one', state: 'running' }

interface Asked {
  url: string
  init: RequestInit
}

const bodyOf = ({ body }: RequestInit): string => (typeof body === 'string' ? body : 'nothing')

/** A client whose service answers as told, and what it was asked. */
const clientWith = (answer: (asked: Asked) => Response | Promise<Response>) => {
  const asked: Asked[] = []
  const client = createClient(
    createHttp({
      fetch: async (url, init) => {
        const one = { url, init }
        asked.push(one)
        return answer(one)
      },
      baseUrl: '/api',
      service: 'https://cloud.example',
      getKey: () => 'the-key',
      now: () => 0,
    }),
  )
  return { client, asked }
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

const failureOf = async (work: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw new Error('expected an ApiError')
  return error
}

describe('what is sent', () => {
  test('every endpoint has its method, its path with a slash at the end, and the key in the header alone', async () => {
    const { client, asked } = clientWith(({ url, init }) =>
      json(url.endsWith('/instance/') && init.method === 'GET' ? [row] : row),
    )
    await client.list()
    await client.get('a name/with?odd#signs')
    await client.create({ resource_type: 'vm', n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 })
    await client.update('u-1', { name: 'two' })
    await client.stop('u-1')
    await client.restart('u-1')
    await client.delete('u-1')
    await client.addPort('u-1', 443)
    await client.removePort('u-1', 443)
    await client.stats('u-1')
    expect(asked.map(({ url, init }) => `${init.method} ${url} ${bodyOf(init)}`)).toEqual([
      'GET /api/instance/ nothing',
      'GET /api/instance/a%20name%2Fwith%3Fodd%23signs/ nothing',
      'POST /api/instance/ {"resource_type":"vm","n_vcpus":1,"mem_gib":1,"disk_size_gib":10}',
      'PATCH /api/instance/u-1/ {"name":"two"}',
      'POST /api/instance/u-1/stop/ nothing',
      'POST /api/instance/u-1/restart/ nothing',
      'DELETE /api/instance/u-1/ nothing',
      'POST /api/instance/u-1/add-port/ {"port":443}',
      'POST /api/instance/u-1/remove-port/ {"port":443}',
      'GET /api/instance/u-1/stats/ nothing',
    ])
    const paths = asked.map(
      ({ url, init }) =>
        `${init.method} ${url.replace(/^\/api(\/instance\/)[^/]+/, '$1{uuid}').replace('/api', '')}`,
    )
    expect(new Set(paths)).toEqual(
      new Set(Object.values(routes).map(({ method, path }) => `${method} ${path}`)),
    )
    for (const { url, init } of asked) {
      expect(new Headers(init.headers).get('Authorization')).toBe('Bearer the-key')
      expect(new Headers(init.headers).get('X-Hatteras-Service')).toBe('https://cloud.example')
      expect([init.credentials, init.redirect]).toEqual(['same-origin', 'manual'])
      expect(`${url}${bodyOf(init)}`).not.toContain('the-key')
    }
  })
})

describe('what comes back', () => {
  test('an action that was carried out stays carried out, whatever its answer says', async () => {
    for (const body of ['"odd"', '[]', '{}', 'null', '']) {
      const { client } = clientWith(() => new Response(body, { status: 200 }))
      await expect(client.stop('u-1')).resolves.toEqual({ message: null, uuid: null, state: null })
    }
  })

  test('an answer that is not JSON, or not what was asked for, is a contract error and not an empty page', async () => {
    const cut = clientWith(() => new Response('[{"uuid"', { status: 200 })).client
    expect(await failureOf(cut.list())).toMatchObject({
      kind: 'contract',
      message: expect.stringContaining('could not be read'),
    })
    // A page that is not there says nothing of an instance.
    const page = clientWith(() => new Response('<h1>Not found</h1>', { status: 404 })).client
    expect(await failureOf(page.delete('u-1'))).toMatchObject({ kind: 'contract', isNotFound: false })
    const odd = clientWith(() => json({ hello: 1 })).client
    expect((await failureOf(odd.list())).kind).toBe('contract')
    expect((await failureOf(odd.get('x'))).message).toContain('an instance')
  })

  test('each status has a sentence, and the words of the service win except for 401', async () => {
    const said = async (status: number, body: string) => {
      const { client } = clientWith(() => new Response(body, { status }))
      return (await failureOf(client.list())).message
    }
    expect(await said(401, '{"detail":"Invalid token."}')).toBe('The API key was not accepted.')
    const busy = 'Instance is not in a stoppable state'
    // More may follow the words of the service, which need not end with a full stop.
    expect(await said(400, `{"detail":"${busy}"}`)).toBe(`${busy}.`)
    expect(await said(400, `{"detail":"${busy}!"}`)).toBe(`${busy}!`)
    expect(await said(502, '<html>Bad gateway</html>')).toContain('could not reach the host')
    expect(await said(503, '')).toContain('not available right now')
    expect(await said(418, '')).toContain('418')
    expect(await said(599, '')).toContain('599')
  })

  test.each([
    ['a sign-in page', '<!doctype html><form>', 200, 'text/html; charset=utf-8'],
    ['a page without a type', '\n<html>', 200, ''],
    ['a refusal in HTML', '<h1>Forbidden</h1>', 403, 'text/html'],
    ['a login of another kind', 'Unauthorized', 401, 'text/plain'],
    ['a login without a word', '', 401, ''],
  ])(
    '%s is of something in between: neither the key nor an instance is to blame',
    async (_, body, status, type) => {
      const answer = () =>
        new Response(body, { status, headers: type === '' ? {} : { 'Content-Type': type } })
      for (const ask of [
        () => clientWith(answer).client.list(),
        () => clientWith(answer).client.stop('u-1'),
      ]) {
        const error = await failureOf(ask())
        expect(error).toMatchObject({
          kind: 'sign-in',
          isUnauthorized: false,
          isNotFound: false,
          outcomeUnknown: true,
        })
        expect(error.message).toContain('asks for a sign-in. Reload the page')
      }
    },
  )

  test('a redirect is not followed, and is of something in between as well', async () => {
    const away = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })
    const { client, asked } = clientWith(() => away)
    expect((await failureOf(client.delete('u-1'))).kind).toBe('sign-in')
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['the key', '{"detail":"Invalid token."}', 401, 'text/plain'],
    ['the key, without a word', '', 401, 'application/json'],
    ['a right', '{"detail":"No."}', 403, 'application/json'],
    ['a broken gateway', '<h1>Bad gateway</h1>', 502, 'text/html'],
    ['too many requests', '<h1>Slow down</h1>', 429, 'text/html'],
  ])('an answer about %s is not', async (_, body, status, type) => {
    const { client } = clientWith(() => new Response(body, { status, headers: { 'Content-Type': type } }))
    expect(await failureOf(client.list())).toMatchObject({ kind: 'http', isUnauthorized: status === 401 })
  })

  test('fields and Retry-After come along', async () => {
    const { client } = clientWith(() => json({ name: ['taken'] }, 400, { 'Retry-After': '7' }))
    const error = await failureOf(
      client.create({ resource_type: 'vm', n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 }),
    )
    expect(error.fields).toEqual({ name: ['taken'] })
    expect(error.retryAfter).toBe(7000)
    expect(error.outcomeUnknown).toBe(false)
  })

  test('a dropped connection, a cancelled request and a 5xx are told apart, and two of them leave the outcome open', async () => {
    const dropped = clientWith(() => Promise.reject(new TypeError('Failed to fetch'))).client
    const error = await failureOf(dropped.list())
    expect([error.kind, error.outcomeUnknown]).toEqual(['network', true])
    expect(error.message).toContain('could not be reached')

    const controller = new AbortController()
    controller.abort()
    const cancelled = clientWith(() => Promise.reject(new DOMException('aborted', 'AbortError'))).client
    expect((await failureOf(cancelled.list(controller.signal))).kind).toBe('aborted')

    expect((await failureOf(dropped.stop('u-1'))).outcomeUnknown).toBe(true)
    for (const answer of [
      ['', 500],
      ['{"error":"Failed to reach the host"}', 502],
      ['{"uuid": "a1b2', 200],
    ] as const) {
      const broken = clientWith(() => new Response(answer[0], { status: answer[1] })).client
      expect((await failureOf(broken.stop('u-1'))).outcomeUnknown).toBe(true)
    }
  })

  test('what fails before a request is sent is a bug, and no failure of the network', async () => {
    const { client } = clientWith(() => json([]))
    vi.spyOn(AbortSignal, 'any').mockImplementationOnce(() => {
      throw new TypeError('AbortSignal.any is not a function')
    })
    const { kind, message } = await failureOf(client.list(new AbortController().signal))
    expect([kind, message]).toEqual(['bug', expect.stringContaining('Hatteras itself')])
  })

  test('whatever a service answers, the client throws nothing but an ApiError without the key in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 200, max: 599 }),
        fc.oneof(fc.string(), fc.json()),
        async (status, body) => {
          const { client } = clientWith(
            () => new Response([204, 205, 304].includes(status) ? null : body, { status }),
          )
          for (const work of [client.list(), client.get('x'), client.stats('x'), client.stop('x')]) {
            const error: unknown = await work.then(
              () => null,
              (reason: unknown) => reason,
            )
            if (error !== null) {
              expect(error).toBeInstanceOf(ApiError)
              expect(JSON.stringify(error)).not.toContain('the-key')
            }
          }
        },
      ),
    )
  })
})

test('Retry-After is seconds, a date or seconds since the epoch, and nonsense is nothing', () => {
  expect(parseRetryAfter('5', 0)).toBe(5000)
  expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:30 GMT', 10_000)).toBe(20_000)
  expect(parseRetryAfter('2592000', 0)).toBe(2_592_000_000)
  expect(parseRetryAfter('1796000000', 1_795_999_970_000)).toBe(30_000)
  expect(parseRetryAfter('1796000000', 1_796_000_001_000)).toBeNull()
  for (const odd of [null, '', ' ', '-1', 'Infinity', 'soon', 'NaN'])
    expect(parseRetryAfter(odd, 0)).toBeNull()
})

test('a date in Retry-After is measured by the clock of the service, whatever the own one says', async () => {
  const { client } = clientWith(() =>
    json({ error: 'Later.' }, 429, {
      Date: 'Sun, 29 Nov 2026 12:00:00 GMT',
      'Retry-After': 'Sun, 29 Nov 2026 12:00:30 GMT',
    }),
  )
  const error = await failureOf(client.list())
  expect(error.retryAfter).toBe(30_000)
  expect(error.message).toBe('Later. Wait 30\u00A0s.')
})

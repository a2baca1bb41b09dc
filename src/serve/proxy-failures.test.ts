import { afterEach, describe, expect, it } from 'vitest'

import { endService, here, proxyTo, serve, textOf } from './proxy.fixture.ts'

afterEach(endService)

describe('a redirect', () => {
  it.each(['GET', 'POST'])('within the API is not followed, nor passed on: %s', async (method) => {
    let asked = 0
    const base = await serve((_, response) => {
      asked += 1
      response.writeHead(301, { Location: '/api/instance/' }).end()
    })
    const answer = await proxyTo(base)(here('/api/instance', { method }))
    expect(answer.status).toBe(502)
    expect(answer.headers.get('Location')).toBeNull()
    expect(await answer.json()).toEqual({
      error: `${new URL(base).host} redirects within its API. It was not followed.`,
    })
    expect(asked).toBe(1)
  })

  it.each([
    [
      'https://login.example.org/?to=/secret',
      'sends us to login.example.org: something in between asks for a sign-in.',
    ],
    ['/login', ': something in between asks for a sign-in.'],
    ['https://127.0.0.1/api/', 'begins with https://.'],
    ['https://127.0.0.1@evil.example/api/', ' redirects to nowhere.'],
    ['https://login.example.org\\@evil.example/', ' redirects to nowhere.'],
    ['/\\evil.example/', ' redirects to nowhere.'],
    ['http://[', 'redirects to nowhere.'],
  ])('is no redirect to elsewhere, but says where to: %s', async (location, words) => {
    const base = await serve((_, response) => {
      response.writeHead(302, { Location: location, 'Content-Type': 'text/html' }).end('<a>moved</a>')
    })
    const answer = await proxyTo(base)(here('/api/instance/'))
    expect(answer.status).toBe(502)
    expect(answer.headers.get('Location')).toBeNull()
    const text = await answer.text()
    expect(text).toContain(words)
    expect(text).not.toContain('secret')
  })
})

describe('an answer of the proxy’s own', () => {
  it('is a 508 where the request has been here before, straight or by another server', async () => {
    const log: string[] = []
    let pass: (request: Request) => Promise<Response> = async () => Response.json([])
    let passed = 0
    const base = await serve(async (request, response) => {
      passed += 1
      const answer = await pass(here(request.url ?? '', { headers: { Via: request.headers.via ?? '' } }))
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text())
    })
    const first = proxyTo(base, { log: (line) => log.push(line) })
    const second = proxyTo(base)
    pass = first
    expect((await first(here('/api/instance/'))).status).toBe(508)
    expect(passed).toBe(1)
    // The second server leads to the first, which leads to the second.
    let turn = 0
    pass = (request) => (turn++ % 2 === 0 ? second(request) : first(request))
    const answer = await first(here('/api/instance/'))
    expect(answer.status).toBe(508)
    expect(await answer.json()).toEqual({
      error: 'CCLOUD_API_URL leads back to this server. Set it to the address of the service.',
    })
    expect(passed).toBe(3)
    expect(log).toHaveLength(2)
  })

  it.each(['OPTIONS', 'PUT'])('is a 405 for %s, which the API does not have', async (method) => {
    const base = await serve(() => undefined)
    const answer = await proxyTo(base)(here('/api/instance/', { method }))
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST, PATCH, DELETE'])
  })

  it('is a 502 with a sentence when the service cannot be reached', async () => {
    const base = await serve(() => undefined)
    endService()
    const answer = await proxyTo(base)(here('/api/instance/'))
    expect(answer.status).toBe(502)
    expect(await answer.json()).toEqual({
      error: expect.stringMatching(/^127\.0\.0\.1:\d+ could not be reached: it refused the connection\.$/),
    })
  })

  it('is a 504 with a sentence when the service does not answer in time', async () => {
    const base = await serve(() => undefined)
    const answer = await proxyTo(base, { timeoutMs: 20 })(here('/api/instance/'))
    expect(answer.status).toBe(504)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('did not answer') })
  })

  it.each(['GET', 'POST', 'DELETE'])(
    'is a 502 where the connection breaks, and a %s is sent once',
    async (method) => {
      const log: string[] = []
      const asked: string[] = []
      const base = await serve(async (request, response) => {
        asked.push(request.method ?? '')
        await textOf(request)
        // The first one leaves the connection open, so that the second goes by one that was used before.
        if (asked.length === 1) response.writeHead(200, { 'Content-Type': 'application/json' }).end('[]')
        else request.socket.destroy()
      })
      const proxy = proxyTo(base, { log: (line) => log.push(line) })
      await (await proxy(here('/api/instance/'))).text()
      const answer = await proxy(
        here('/api/instance/box/?key=hidden', {
          method,
          headers: { Authorization: 'Bearer hidden' },
          ...(method === 'POST' ? { body: '{"name":"hidden"}' } : {}),
        }),
      )
      expect(answer.status).toBe(502)
      expect(await answer.json()).toEqual({
        error: expect.stringMatching(/^127\.0\.0\.1:\d+ broke the connection before it answered\.$/),
      })
      expect(asked).toEqual(['GET', method])
      expect(log).toEqual([
        expect.stringMatching(
          new RegExp(`^${method} /api/instance/box/ 502: 127\\.0\\.0\\.1:\\d+ broke .* \\([A-Z_]+\\)$`),
        ),
      ])
      expect(log.join('\n')).not.toContain('hidden')
    },
  )
})

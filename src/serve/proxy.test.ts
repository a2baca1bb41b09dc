import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

import { afterEach, describe, expect, it } from 'vitest'

import { createProxy } from './proxy.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

let close: () => void = () => undefined

/** A service on a port of its own; answers its base. */
const serve = async (handler: Handler): Promise<string> => {
  const server = createServer((request, response) => void handler(request, response))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api`
}

afterEach(() => close())

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

const here = (path: string, init: RequestInit = {}) => new Request(`http://localhost:5173${path}`, init)

describe('a request', () => {
  it('reaches the service whole', async () => {
    let seen: { method?: string; url?: string; key?: string; type?: string; body: string } | null = null
    const base = await serve(async (request, response) => {
      const { method = '', url = '', headers } = request
      seen = {
        method,
        url,
        key: headers.authorization ?? '',
        type: headers['content-type'] ?? '',
        body: await textOf(request),
      }
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"uuid":"u"}')
    })
    const answer = await createProxy(base)(
      here('/api/instance/?owner=ada', {
        method: 'POST',
        headers: { Authorization: 'Bearer key', 'Content-Type': 'application/json' },
        body: '{"name":"my-box"}',
      }),
    )
    expect(seen).toEqual({
      method: 'POST',
      url: '/api/instance/?owner=ada',
      key: 'Bearer key',
      type: 'application/json',
      body: '{"name":"my-box"}',
    })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ uuid: 'u' })
  })

  it('tells the service nothing of the browser', async () => {
    let names: string[] = []
    const base = await serve((request, response) => {
      names = Object.keys(request.headers)
      response.end('[]')
    })
    await createProxy(base)(
      here('/api/instance/', {
        headers: {
          Authorization: 'Bearer key',
          Cookie: 'session=1',
          Origin: 'http://localhost:5173',
          Referer: 'http://localhost:5173/instances',
          'X-Forwarded-For': '10.0.0.1',
          'Sec-Fetch-Site': 'same-origin',
          Connection: 'X-Secret',
          'X-Secret': 'hop',
        },
      }),
    )
    expect(names).toContain('authorization')
    for (const name of ['cookie', 'origin', 'referer', 'x-forwarded-for', 'x-secret', 'sec-fetch-site'])
      expect(names).not.toContain(name)
  })

  it.each(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'])('keeps the method %s', async (method) => {
    let seen = ''
    const base = await serve((request, response) => {
      seen = request.method ?? ''
      response.writeHead(204).end()
    })
    const answer = await createProxy(base)(here('/api/instance/my-box/', { method }))
    expect(seen).toBe(method)
    expect(answer.status).toBe(204)
  })

  it('ends upstream when the browser goes away', async () => {
    const patience = new AbortController()
    let wasEnded: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      wasEnded = resolve
    })
    const base = await serve((request) => {
      request.on('close', wasEnded)
      patience.abort()
    })
    await createProxy(base)(here('/api/instance/', { signal: patience.signal }))
    await ended
  })
})

describe('an answer', () => {
  it('comes back with its status, and with the headers on the list alone', async () => {
    const base = await serve((_, response) => {
      response.writeHead(429, {
        'Content-Type': 'application/json',
        'Retry-After': '7',
        'WWW-Authenticate': 'Bearer realm="api"',
        'X-Request-Id': 'r1',
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'public, max-age=3600',
        'Clear-Site-Data': '"*"',
        'Content-Security-Policy': "default-src * 'unsafe-inline'",
        Link: '</x.js>; rel=preload; as=script',
        NEL: '{"report_to":"x","max_age":9}',
        Refresh: '0; url=https://elsewhere.example/',
        Server: 'gunicorn',
        'Service-Worker-Allowed': '/',
        'Set-Cookie': 'session=1',
        'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
        'X-Accel-Redirect': '/secret',
      })
      response.end('{"detail":"Slow down."}')
    })
    const answer = await createProxy(base)(here('/api/instance/'))
    expect(answer.status).toBe(429)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'application/json',
      'cross-origin-resource-policy': 'same-origin',
      date: expect.any(String),
      'referrer-policy': 'no-referrer',
      'retry-after': '7',
      'www-authenticate': 'Bearer realm="api"',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'r1',
    })
    expect(await answer.json()).toEqual({ detail: 'Slow down.' })
  })

  it.each(['Basic realm="x"', 'Negotiate', 'Bearer, Basic realm="x"', 'Digest nonce="1"'])(
    'never makes the browser ask for a password: %s',
    async (challenge) => {
      const base = await serve((_, response) => {
        response.writeHead(401, { 'WWW-Authenticate': challenge }).end('{}')
      })
      const answer = await createProxy(base)(here('/api/instance/'))
      expect(answer.headers.get('WWW-Authenticate')).toBeNull()
    },
  )

  it('is readable though the service compressed it', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('[1]'))
    })
    const answer = await createProxy(base)(here('/api/instance/'))
    expect(answer.headers.get('Content-Encoding')).toBeNull()
    expect(await answer.text()).toBe('[1]')
  })

  it('comes through piece by piece', async () => {
    let finish: () => void = () => undefined
    const base = await serve((_, response) => {
      response.write('first')
      finish = () => response.end('last')
    })
    const answer = await createProxy(base)(here('/api/instance/'))
    const reader = answer.body?.getReader()
    const decoder = new TextDecoder()
    expect(decoder.decode((await reader?.read())?.value)).toBe('first')
    finish()
    expect(decoder.decode((await reader?.read())?.value)).toBe('last')
  })

  it('keeps the browser on its own address when the service redirects', async () => {
    const base = await serve((request, response) => {
      const location = request.url === '/api/instance' ? '/api/instance/' : 'https://elsewhere.example/'
      response.writeHead(301, { Location: location }).end()
    })
    const proxy = createProxy(base)
    const inside = await proxy(here('/api/instance'))
    expect(inside.status).toBe(301)
    expect(inside.headers.get('Location')).toBe('/api/instance/')
    expect((await proxy(here('/api/other'))).headers.get('Location')).toBeNull()
  })

  it('is a 502 with a sentence when the service cannot be reached', async () => {
    const base = await serve(() => undefined)
    close()
    const answer = await createProxy(base)(here('/api/instance/'))
    expect(answer.status).toBe(502)
    expect(await answer.json()).toEqual({
      error: expect.stringMatching(/^127\.0\.0\.1:\d+ could not be reached\.$/),
    })
  })

  it('is a 504 with a sentence when the service does not answer in time', async () => {
    const base = await serve(() => undefined)
    const answer = await createProxy(base, { timeoutMs: 20 })(here('/api/instance/'))
    expect(answer.status).toBe(504)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('did not answer') })
  })
})

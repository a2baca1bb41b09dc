import { gzipSync } from 'node:zlib'

import { afterEach, describe, expect, it } from 'vitest'

import { endService, here, proxyTo, serve, textOf } from './proxy.fixture.ts'

afterEach(endService)

describe('a request', () => {
  it('reaches the service whole', async () => {
    let seen: object | null = null
    const base = await serve(async (request, response) => {
      const { method = '', url = '', headers } = request
      seen = {
        method,
        url,
        key: headers.authorization ?? '',
        type: headers['content-type'] ?? '',
        length: headers['content-length'],
        body: await textOf(request),
      }
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"uuid":"u"}')
    })
    const answer = await proxyTo(base)(
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
      length: '17',
      body: '{"name":"my-box"}',
    })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ uuid: 'u' })
  })

  it('tells the service nothing of the browser', async () => {
    let names: string[] = []
    let language = ''
    const base = await serve((request, response) => {
      names = Object.keys(request.headers)
      language = request.headers['accept-language'] ?? ''
      response.end('[]')
    })
    await proxyTo(base)(
      here('/api/instance/', {
        headers: {
          Authorization: 'Bearer key',
          Cookie: 'session=1',
          Origin: 'http://localhost:5173',
          Referer: 'http://localhost:5173/instances',
          'X-Forwarded-For': '10.0.0.1',
          'Sec-Fetch-Site': 'same-origin',
          'Accept-Language': 'de',
          Connection: 'X-Secret',
          'X-Secret': 'hop',
        },
      }),
    )
    expect(names).toContain('authorization')
    for (const name of ['cookie', 'origin', 'referer', 'x-forwarded-for', 'x-secret', 'sec-fetch-site'])
      expect(names).not.toContain(name)
    expect(language).not.toContain('de')
  })

  it.each(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'])('keeps the method %s', async (method) => {
    let seen = ''
    const base = await serve((request, response) => {
      seen = request.method ?? ''
      response.writeHead(204).end()
    })
    const answer = await proxyTo(base)(here('/api/instance/my-box/', { method }))
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
    await proxyTo(base)(here('/api/instance/', { signal: patience.signal }))
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
    const answer = await proxyTo(base)(here('/api/instance/'))
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
      const answer = await proxyTo(base)(here('/api/instance/'))
      expect(answer.headers.get('WWW-Authenticate')).toBeNull()
    },
  )

  it('is readable though the service compressed it', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('[1]'))
    })
    const answer = await proxyTo(base)(here('/api/instance/'))
    expect(answer.headers.get('Content-Encoding')).toBeNull()
    expect(await answer.text()).toBe('[1]')
  })

  it('is a line in the log where it breaks off, and no whole answer', async () => {
    const lines: string[] = []
    const base = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '9' })
      response.write('[1', () => response.destroy())
    })
    const answer = await proxyTo(base, { log: (line) => lines.push(line) })(here('/api/instance/?q=secret'))
    await expect(answer.text()).rejects.toThrow('terminated')
    expect(lines).toEqual([
      `GET /api/instance/ 200: ${new URL(base).host} broke its answer off. (UND_ERR_SOCKET)`,
    ])
  })

  it('comes through piece by piece', async () => {
    let finish: () => void = () => undefined
    const base = await serve((_, response) => {
      response.write('first')
      finish = () => response.end('last')
    })
    const answer = await proxyTo(base)(here('/api/instance/'))
    const reader = answer.body?.getReader()
    const decoder = new TextDecoder()
    expect(decoder.decode((await reader?.read())?.value)).toBe('first')
    finish()
    expect(decoder.decode((await reader?.read())?.value)).toBe('last')
  })

  it.each([
    [
      'text/html; charset=utf-8',
      200,
      'an HTML page (status 200) where JSON belongs. Something in between may ask for a sign-in.',
    ],
    [
      'text/html',
      401,
      'an HTML page (status 401) where JSON belongs. Something in between may ask for a sign-in.',
    ],
    ['text/html', 404, 'an HTML page (status 404) where JSON belongs. Check the address in CCLOUD_API_URL.'],
    ['TEXT/HTML', 503, 'an HTML page (status 503) where JSON belongs.'],
    ['text/plain', 500, 'plain text (status 500) where JSON belongs.'],
    [
      'text/javascript',
      200,
      'something (status 200) where JSON belongs. Something in between may ask for a sign-in.',
    ],
    [
      'image/svg+xml',
      200,
      'something (status 200) where JSON belongs. Something in between may ask for a sign-in.',
    ],
  ])('is refused, in words, where it is %s with status %i', async (type, status, words) => {
    const log: string[] = []
    const base = await serve((_, response) => {
      response
        .writeHead(status, { 'Content-Type': type, 'Retry-After': '30' })
        .end('<script>alert(1)</script>')
    })
    const answer = await proxyTo(base, { log: (line) => log.push(line) })(here('/api/instance/?key=hidden'))
    const sentence = `${new URL(base).host} sent ${words}`
    expect(answer.status).toBe(502)
    expect(answer.headers.get('Content-Type')).toBe('application/json')
    expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect(answer.headers.get('Retry-After')).toBe('30')
    expect(await answer.json()).toEqual({ error: sentence })
    expect(log).toEqual([`GET /api/instance/ 502: ${sentence}`])
  })

  it.each([205, 304, 600])('is refused, in words, where the API has no status %i', async (status) => {
    const base = await serve((_, response) => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Retry-After': '30' }).end()
    })
    const answer = await proxyTo(base)(here('/api/instance/'))
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([502, '30'])
    expect(await answer.json()).toEqual({
      error: `${new URL(base).host} answered with status ${status}, which the API does not have.`,
    })
  })

  it.each([
    ['application/json', 200],
    ['application/problem+json; charset=utf-8', 400],
    ['', 200],
  ])('comes through where it is %j', async (type, status) => {
    const base = await serve((_, response) => {
      response.writeHead(status, type === '' ? {} : { 'Content-Type': type }).end('[1]')
    })
    const answer = await proxyTo(base)(here('/api/instance/'))
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Type')).toBe(type === '' ? 'application/json' : type)
    expect(await answer.text()).toBe('[1]')
  })
})

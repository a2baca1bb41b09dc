import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { apiHeaders, appHeaders, fromService, methods, toService } from '#serve/headers.ts'

import {
  expectedUpstream,
  lower,
  oddNames,
  ofBrowser,
  ofFetch,
  ofTheServer,
  without,
} from './expected-headers.ts'
import {
  hostName,
  logs,
  makeCertificate,
  type Served,
  startCaddy,
  startNginx,
  startNode,
  startWsgi,
  stopAll,
} from './servers.ts'
import {
  listedHeaders,
  oddStatuses,
  oddTypes,
  redirects,
  startDns,
  startUpstream,
  wsgiService,
} from './upstream.ts'

const key = 'ck_live_4f9c1a77'
const secret = 's3-secret-of-the-form'
const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

const certificate = makeCertificate()
const upstream = await startUpstream(certificate)
const dns = await startDns()
const service = `https://localhost:${upstream.port}`

const has = (name: string): boolean => (process.env['HATTERAS_DEPLOY'] ?? '').split(',').includes(name)

/** `tooLong` is the length of a header that the server does not take. */
const kinds = [
  { name: 'npm start', isHere: true, start: startNode, tooLong: 20_000 },
  {
    name: 'nginx',
    isHere: has('nginx'),
    start: (to: string, as?: string) => startNginx(to, dns.port, as),
    tooLong: 40_000,
  },
  { name: 'Caddy', isHere: has('caddy'), start: startCaddy, tooLong: 1_100_000 },
]

beforeEach(() => void dns.addresses.splice(0, dns.addresses.length, '127.0.0.1'))

afterAll(async () => {
  await stopAll()
  upstream.close()
  dns.close()
})

const asset = readdirSync(join(import.meta.dirname, '../../dist/assets')).find((name) => name.endsWith('.js'))

for (const { name, isHere, start, tooLong } of kinds) {
  describe.skipIf(!isHere)(name, () => {
    let app: Served
    let transport: Record<string, string>

    beforeAll(async () => {
      app = await start(service)
      transport = app.isTls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}
    })

    test.each([
      ['/', html, 200, 'text/html; charset=utf-8', 'no-cache'],
      ['/instances/some-name?q=x', html, 200, 'text/html; charset=utf-8', 'no-cache'],
      ['/instances/a.name', html, 200, 'text/html; charset=utf-8', 'no-cache'],
      [`/assets/${asset}`, {}, 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
      ['/first-paint.js', {}, 200, 'text/javascript; charset=utf-8', 'no-cache'],
      ['/favicon.svg', {}, 200, 'image/svg+xml', 'no-cache'],
      ['/version.json', {}, 200, expect.stringContaining('application/json'), 'no-cache'],
      ['/licenses.txt', {}, 200, 'text/plain; charset=utf-8', 'no-cache'],
      ['/manifest.webmanifest', {}, 200, expect.stringContaining('application/manifest+json'), 'no-cache'],
    ])('serves %s', async (path, headers, status, type, cache) => {
      const answer = await app.ask(path, { headers })
      expect(answer.status).toBe(status)
      expect(without(answer.headers, ofTheServer)).toEqual({
        ...lower(appHeaders),
        ...transport,
        'content-type': type,
        'cache-control': cache,
      })
    })

    test.each([
      ['/assets/of-another-build.js', {}],
      ['/assets/of-another-build.js', html],
      ['/missing.png', { Accept: 'image/*' }],
    ])('has no %s, and says nothing that is kept', async (path, headers) => {
      const answer = await app.ask(path, { headers })
      expect(answer.status).toBe(404)
      expect(answer.headers).toMatchObject(lower(appHeaders))
      expect(answer.headers['cache-control']).toBe('no-cache')
      expect(answer.body).not.toContain('id="root"')
    })

    test('has nothing of the sandbox', async () => {
      for (const method of ['GET', 'POST']) {
        const { status, body } = await app.ask('/__sandbox/worlds', { method })
        expect(status).toBe(404)
        expect(body).not.toContain('id="root"')
      }
    })

    test('sends the smaller form of a file, and says what it depends on', async () => {
      const { headers } = await app.ask(`/assets/${asset}`, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(headers['content-encoding']).toBe('gzip')
      expect(headers['vary']).toContain('Accept-Encoding')
    })

    test('lets the listed headers of the service through, and forces its own', async () => {
      const listed = lower({ ...listedHeaders, 'Content-Type': 'application/json' })
      expect(Object.keys(listed).toSorted()).toEqual([...fromService].toSorted())
      const { status, headers, body } = await app.ask('/api/listed')
      expect({ status, body }).toEqual({ status: 429, body: '{"error":"slow down"}' })
      const rest = without(headers, ofTheServer)
      expect({ ...rest, date: headers['date'] }).toEqual({ ...lower(apiHeaders), ...transport, ...listed })
      expect(headers['server']).not.toBe('service/1.0')
    })

    test('adds nothing to an answer that has none of them', async () => {
      const { headers } = await app.ask('/api/instance/')
      expect(without(headers, ofTheServer)).toEqual({
        ...lower(apiHeaders),
        ...transport,
        'content-type': 'application/json',
      })
    })

    test.each(['/api/login', '/api/both'])('opens no dialog of the browser for %s', async (path) => {
      const { status, headers } = await app.ask(path)
      expect(status).toBe(401)
      expect(headers).not.toHaveProperty('www-authenticate')
    })

    test.each([
      ['/api/page', {}],
      ['/api/page', { 'Accept-Encoding': 'gzip' }],
      ['/api/x.js', {}],
      ['/api/long-page', {}],
      ['/api/packed-page', {}],
      ['/api/sign-in-page', {}],
      ['/api/early', {}],
      ['/api/no-http', {}],
      ...oddStatuses.map((status): [string, Record<string, string>] => [`/api/status-${status}`, {}]),
      ...oddTypes.map((_, index): [string, Record<string, string>] => [`/api/odd-${index}`, {}]),
    ])('does not let %s of the service through', async (path, more) => {
      const { status, headers, body } = await app.ask(path, { headers: { ...html, ...more } })
      expect(status).toBe(502)
      expect(headers).toMatchObject({
        ...lower(apiHeaders),
        'content-type': expect.stringContaining('application/json'),
      })
      expect(headers).not.toHaveProperty('www-authenticate')
      if (headers['content-encoding'] === undefined) expect(JSON.parse(body)).toHaveProperty('error')
      else expect(headers['content-encoding']).toBe('gzip')
    })

    test('does not let the head of a page through either', async () => {
      const { status, headers } = await app.ask('/api/page', { method: 'HEAD' })
      expect({ status, type: headers['content-type'] }).toEqual({ status: 502, type: 'application/json' })
    })

    // nginx takes the early answer for the whole; Caddy passes it on, and nothing of the service with it.
    test.each(['/api/early', '/api/early-json'])('has no hint of the service for %s', async (path) => {
      const { hints, status, headers } = await app.ask(path)
      expect(status).toBe(path === '/api/early' || name === 'nginx' ? 502 : 200)
      expect({ ...lower(apiHeaders), ...transport }).toMatchObject(hints)
      expect(without(headers, ofTheServer)).toEqual({
        ...lower(apiHeaders),
        ...transport,
        'content-type': 'application/json',
        ...(name === 'nginx' ? { 'retry-after': '7' } : {}),
      })
    })

    test.each(['205', '304', '600', '999'])(
      'names the status %s, which it does not pass on',
      async (status) => {
        const { body } = await app.ask(`/api/status-${status}`)
        const said = new RegExp(` answered with status ${status}, which the API does not have\\.$`)
        expect(JSON.parse(body)).toEqual({ error: expect.stringMatching(said) })
      },
    )

    test.each(Object.entries(redirects))(
      'says where %s leads, and does not go there',
      async (path, [, said]) => {
        for (const method of ['GET', 'POST']) {
          const before = upstream.seen.length
          const { status, headers, body } = await app.ask(path, { method })
          expect(status).toBe(502)
          expect(without(headers, ofTheServer)).toEqual({
            ...lower(apiHeaders),
            ...transport,
            'content-type': 'application/json',
          })
          expect(JSON.parse(body)).toEqual({ error: expect.stringMatching(said) })
          expect(body).not.toContain('secret')
          expect(upstream.seen.slice(before).map((seen) => seen.path)).toEqual([path])
        }
      },
    )

    test.each(['/api/busy-page', '/api/busy-redirect'])(
      'refuses %s, and says when the service is to be asked again',
      async (path) => {
        const { status, headers, body } = await app.ask(path)
        expect(status).toBe(502)
        expect(without(headers, ofTheServer)).toEqual({
          ...lower(apiHeaders),
          ...transport,
          'content-type': 'application/json',
          'retry-after': '30',
        })
        expect(JSON.parse(body)).toHaveProperty('error')
      },
    )

    test.each([
      ['/api/not-allowed', 'GET, PATCH'],
      ['/api/not-allowed-at-all', undefined],
    ])('says of the methods of %s what the service says', async (path, allow) => {
      const { status, headers, body } = await app.ask(path, { method: 'POST' })
      expect({ status, allow: headers['allow'], body }).toEqual({
        status: 405,
        allow,
        body: '{"detail":"no"}',
      })
    })

    test.each([
      ['a key', { Authorization: `Bearer ${'k'.repeat(12_000)}` }],
      ['cookies', { Cookie: `sso=${'c'.repeat(14_000)}` }],
      [
        'headers',
        Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`X-Of-${at}`, 'x'.repeat(1000)])),
      ],
    ])('serves a request with %s of many KB', async (_, headers: Record<string, string>) => {
      const before = upstream.seen.length
      expect((await app.ask('/instances', { headers: { ...html, ...headers } })).status).toBe(200)
      expect((await app.ask('/api/instance/', { headers })).status).toBe(200)
      if (app.askPlainly !== null) expect((await app.askPlainly('/instances', { headers })).status).toBe(308)
      const seen = upstream.seen.slice(before)
      expect(seen.map((one) => one.headers.authorization)).toEqual([headers['Authorization']])
    })

    test.each(['/instances', '/api/instance/'])('refuses %s with headers that are too long', async (path) => {
      const before = upstream.seen.length
      const { status, body } = await app.ask(path, { headers: { 'X-Long': 'x'.repeat(tooLong) } })
      expect(status).toBe(431)
      expect(body).not.toContain('id="root"')
      expect(upstream.seen.slice(before)).toEqual([])
    })

    test.each([
      ['/api/gone', 204, '', 'application/json'],
      ['/api/empty', 200, '', 'text/plain'],
      ['/api/untyped', 200, '<script></script>', 'application/json'],
      ['/api/problem', 422, '{"detail":"no"}', 'application/problem+json'],
      ['/api/upper', 200, '{}', 'APPLICATION/JSON'],
    ])('lets %s through, and no browser guess what it is', async (path, status, body, type) => {
      const answer = await app.ask(path, { method: 'DELETE' })
      expect(answer).toMatchObject({ status, body })
      expect(without(answer.headers, ofTheServer)).toEqual({
        ...lower(apiHeaders),
        ...transport,
        'content-type': type,
      })
    })

    test('tells the service the key and nothing of the browser, and leaves the path as it is', async () => {
      const path = '/api/instance/a%2Fb/?name=%20x&at=1%2F2'
      const before = upstream.seen.length
      const body = JSON.stringify({ aws_secret_access_key: secret })
      await app.ask(path, {
        method: 'PATCH',
        headers: { ...ofBrowser, Authorization: `Bearer ${key}` },
        body,
      })
      const [seen, ...more] = upstream.seen.slice(before)
      expect(more).toEqual([])
      expect(seen).toMatchObject({ method: 'PATCH', path, body })
      expect(seen?.headers['authorization']).toBe(`Bearer ${key}`)
      expect(seen?.headers['host']).toBe(`localhost:${upstream.port}`)
      const others = Object.entries(seen?.headers ?? {}).filter(([header]) => !expectedUpstream.has(header))
      expect({ ...ofFetch, ...Object.fromEntries(others) }).toEqual(ofFetch)
      expect(seen?.headers['content-length']).toBe(String(body.length))
    })

    test('sends the service the headers of a list and no others, whatever their names', async () => {
      const before = upstream.seen.length
      const odd = Object.fromEntries(oddNames.map((header) => [header, 'of-the-browser']))
      const listed = Object.fromEntries(toService.map((header) => [header, `{own} ${header}`]))
      const switched = { Connection: 'Upgrade', Upgrade: 'websocket' }
      await app.ask('/api/instance/', { headers: { ...odd, ...switched } })
      await app.ask('/api/instance/', { headers: { ...odd, ...switched, ...listed } })
      const [bare, full, ...more] = upstream.seen.slice(before).map(({ headers }) => headers)
      expect(more).toEqual([])
      for (const headers of [bare, full]) {
        const others = Object.entries(headers ?? {}).filter(([header]) => !expectedUpstream.has(header))
        expect({ ...ofFetch, ...Object.fromEntries(others) }).toEqual(ofFetch)
        expect(headers?.connection ?? '').not.toMatch(/upgrade/i)
      }
      expect(full).toMatchObject(listed)
      for (const header of ['authorization', 'content-type', 'x-request-id'])
        expect(bare).not.toHaveProperty(header)
    })

    test.each(['/api', '/api?x', '/api/a..b/...?to=/../x'])('leads %s to the service', async (path) => {
      const before = upstream.seen.length
      await app.ask(path)
      expect(upstream.seen.slice(before).map((seen) => seen.path)).toEqual([path])
    })

    test.each([
      '/api/../etc',
      '/api/..',
      '/api/%2e%2e/etc.js',
      '/api/..%2fetc.html',
      '/api/%2E%2E%2Fetc?x',
      '/api/x/.%2e/y',
      '/api/x/./y',
      '/api/..%5cetc',
      '/api/..;/etc',
      '/api/..%3b/etc',
      '/api/%252e%252E/etc',
      '/api/x%25252f..%255cetc',
      '/x/../api/x',
    ])('has nothing at %s, which the service might tidy up', async (path) => {
      const before = upstream.seen.length
      for (const method of ['GET', 'POST', 'PUT']) {
        const { status, headers, body } = await app.ask(path, { method, headers: html })
        expect({ method, status }).toEqual({ method, status: 404 })
        expect(without(headers, ofTheServer)).toEqual({
          ...lower(apiHeaders),
          ...transport,
          'content-type': 'application/json',
        })
        expect(JSON.parse(body)).toEqual({ error: 'There is nothing here.' })
      }
      expect(upstream.seen.slice(before)).toEqual([])
    })

    test.each(['/apis', '//api/x'])('does not lead the service astray by %s', async (path) => {
      const before = upstream.seen.length
      await app.ask(path)
      // Tidied up, it may be an address of the service.
      expect(upstream.seen.slice(before).filter((seen) => seen.path !== '/api/x')).toEqual([])
    })

    test('is there for its own name only', async () => {
      const before = upstream.seen.length
      for (const path of ['/', '/api/instance/']) {
        const { status, body } = await app.ask(path, { headers: { Host: 'evil.example' } })
        expect([403, 421]).toContain(status)
        expect(body).not.toContain('root')
      }
      expect(upstream.seen.slice(before)).toEqual([])
    })

    test('leads people from http to https, and programs nowhere', async () => {
      if (app.askPlainly === null) return
      const before = upstream.seen.length
      const page = await app.askPlainly('/instances?q=x')
      expect({ status: page.status, to: page.headers['location'] }).toEqual({
        status: 308,
        to: `https://${hostName}/instances?q=x`,
      })
      const { status, headers } = await app.askPlainly('/api/x.js')
      expect({ status, type: headers['content-type'] }).toEqual({ status: 403, type: 'application/json' })
      const foreign = await app.askPlainly('/', { headers: { Host: 'evil.example' } })
      expect(foreign.status).toBe(421)
      expect(upstream.seen.slice(before)).toEqual([])
    })

    test('allows the methods that have a use', async () => {
      const before = upstream.seen.length
      for (const path of ['/', '/instances/x', '/first-paint.js', '/missing.png', '/assets/missing.js']) {
        for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
          const { status, headers, body } = await app.ask(path, { method })
          expect({ path, method, status, headers: without(headers, ofTheServer) }).toEqual({
            path,
            method,
            status: 405,
            headers: {
              ...lower(appHeaders),
              ...transport,
              allow: 'GET, HEAD',
              'cache-control': 'no-cache',
              'content-type': 'application/json',
            },
          })
          expect(JSON.parse(body)).toEqual({ error: 'This method is not allowed.' })
        }
      }
      for (const method of ['PUT', 'OPTIONS', 'PROPFIND', 'TRACE']) {
        const { status, headers, body } = await app.ask('/api/x.js', { method })
        expect({ method, status, allow: headers['allow'] }).toEqual({
          method,
          status: 405,
          allow: methods.join(', '),
        })
        expect(headers).toMatchObject({ ...lower(apiHeaders), 'content-type': 'application/json' })
        expect(JSON.parse(body)).toEqual({ error: 'This method is not allowed.' })
      }
      expect(upstream.seen.slice(before)).toEqual([])
      for (const method of methods) expect((await app.ask('/api/instance/', { method })).status).toBe(200)
      expect(upstream.seen.slice(before).map((seen) => seen.method)).toEqual(methods)
      expect(await app.ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
    })

    test.each([
      ['its length', 'x'.repeat(70_000)],
      ['no length', Array.from({ length: 70 }, () => 'x'.repeat(1000))],
    ])('refuses a body that no request of the app has, with %s', async (_, sent) => {
      const before = upstream.seen.length
      const { status, headers, body } = await app.ask('/api/instance/', { method: 'POST', body: sent })
      expect(status).toBe(413)
      expect(without(headers, ofTheServer)).toEqual({
        ...lower(apiHeaders),
        ...transport,
        'content-type': 'application/json',
      })
      expect(JSON.parse(body)).toEqual({ error: 'The request is too large: 64 KiB is the most.' })
      expect(upstream.seen.slice(before)).toEqual([])
    })

    test('sends nothing twice when the service ends the connection, and says it in JSON', async () => {
      // Where all of 127.0.0.0/8 is this machine, the service has two addresses.
      if (process.platform === 'linux') dns.addresses.push('127.0.0.2')
      for (const method of ['DELETE', 'POST']) {
        // A connection that is kept open is where a proxy would try again.
        await app.ask('/api/instance/')
        const before = upstream.seen.length
        const { status, headers, body } = await app.ask('/api/drop', {
          method,
          headers: { Authorization: `Bearer ${key}` },
        })
        expect(upstream.seen.length - before).toBe(1)
        expect(status).toBe(502)
        expect(headers).toMatchObject({
          ...lower(apiHeaders),
          'content-type': expect.stringContaining('json'),
        })
        expect(JSON.parse(body)).toHaveProperty('error')
      }
    })

    test('lets a long answer through whole', async () => {
      const { body } = await app.ask('/api/large', { headers: { Authorization: `Bearer ${key}` } })
      expect(body.length).toBeGreaterThan(6_000_000)
    })

    test.runIf(name === 'npm start')('says which name is no setting', () => {
      expect(logs(name)).toContain('CCLOUD_URL is no setting, and is passed over.')
    })

    test('logs no key, no body and no query, and writes nothing of an answer to disk', async () => {
      await app.ask(`/instances?q=${secret}`, { headers: html })
      const said = logs(name)
      if (app.isTls) expect(said).toContain('/instances')
      for (const hidden of [key, secret, 'abc123def456', 'of-the-sign-in']) expect(said).not.toContain(hidden)
      expect(said).not.toContain('temporary file')
    })
  })

  describe.skipIf(!isHere || !has('python3'))(`${name} before a plain WSGI service`, () => {
    test('hands over a body with its length, in whatever form it comes', async () => {
      const app = await start(await startWsgi(wsgiService), `${name.replace(' ', '-')}-wsgi`)
      // Browsers send the length with the app's bodies; Caddy goes on without one where there is none.
      const forms = name === 'Caddy' ? ['{"n_vcpus":8}'] : ['{"n_vcpus":8}', ['{"n_vcpus"', ':8}']]
      for (const body of forms)
        expect((await app.ask('/api/instance/', { method: 'POST', body })).body).toBe('{"n_vcpus":8}')
    })
  })
}

test.skipIf(!has('nginx') || process.platform !== 'linux')(
  'nginx starts without DNS and follows a new address',
  async () => {
    dns.addresses.pop()
    const app = await startNginx(service, dns.port, 'nginx-without-dns')
    expect((await app.ask('/api/instance/')).status).toBe(502)
    dns.addresses.push('127.0.0.3')
    expect((await app.ask('/api/instance/')).status).toBe(200)
  },
)

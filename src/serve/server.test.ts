import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createSandbox } from '#sandbox/sandbox.ts'

import type { Fetch } from './handlers.ts'
import { createServer } from './server.ts'
import { onlyFor, readSite } from './site.ts'

const html =
  '<!doctype html><meta name="hatteras-backend" content="live" /><meta name="hatteras-service" content="https://console.carolinacloud.io" /><meta name="hatteras-past" content="" /><script src="/assets/app-1a2b.js"></script>'
const script = 'console.log("app")\n'.repeat(100)

let folder = ''
let server: Fetch

const ok = async () => Response.json([], { headers: { 'Access-Control-Allow-Origin': '*' } })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hatteras-dist-'))
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true })
  const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, 'dist', name), text)
  await put('index.html', html)
  await put('favicon.svg', '<svg/>')
  await put('manifest.webmanifest', '{}')
  await put('assets/app-1a2b.js', script)
  await put('assets/app-1a2b.js.br', brotliCompressSync(script))
  await put('assets/app-1a2b.js.gz', gzipSync(script))
  await put('assets/inter-3c4d.woff2', 'font')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  const site = await readSite(join(folder, 'dist'), { kind: 'sandbox' })
  server = createServer({ site, api: ok, control: ok })
})
afterAll(() => rm(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  server(new Request(`http://localhost${path}`, { headers, method }))

const asPage = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('assets', () => {
  it('may be kept for ever', async () => {
    const answer = await get('/assets/app-1a2b.js')
    expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(await answer.text()).toBe(script)
  })

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('are small for a browser that accepts %s', async (accept, encoding, decode) => {
    const answer = await get('/assets/app-1a2b.js', { 'Accept-Encoding': accept })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.headers.get('Content-Encoding')).toBe(encoding)
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
    expect(answer.headers.get('Content-Length')).toBe(String(bytes.byteLength))
    expect(decode(bytes).toString()).toBe(script)
  })

  it.each([{}, asPage])('of another build are not found, never the page', async (headers) => {
    const answer = await get('/assets/app-0000.js', headers)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Cache-Control')).toBe('no-cache')
    expect(await answer.text()).not.toContain('<!doctype')
  })
})

describe('the page', () => {
  it.each(['/', '/instances', '/instances/rna-atlas', '/instances?state=running', '/sign-in?to=%2Fcosts'])(
    'answers %s',
    async (path) => {
      const answer = await get(path, asPage)
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
      expect(answer.headers.get('Cache-Control')).toBe('no-cache')
      expect(await answer.text()).toContain('<!doctype html>')
    },
  )

  it('says that the sandbox is behind it, and that the real service is', async () => {
    const page = await (await get('/', asPage)).text()
    expect(page).toContain('content="sandbox"')
    expect(page).toContain('<meta name="hatteras-past" content="/__sandbox/history" />')
    expect(page).toContain('<meta name="hatteras-service" content="sandbox" />')
    const site = await readSite(join(folder, 'dist'), { kind: 'proxy', base: 'https://cloud.example/api' })
    const live = createServer({ site, api: ok, control: null })
    const livePage = await (await live(new Request('http://localhost/'))).text()
    expect(livePage).toContain('content="live"')
    expect(livePage).toContain('<meta name="hatteras-past" content="" />')
    expect(livePage).toContain('<meta name="hatteras-service" content="https://cloud.example" />')
  })

  it('says so in its compressed forms too', async () => {
    const answer = await get('/', { ...asPage, 'Accept-Encoding': 'br' })
    const text = brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()
    expect(text).toContain('content="sandbox"')
  })

  it('is not sent again to a browser that has it', async () => {
    const etag = (await get('/', asPage)).headers.get('ETag') ?? ''
    const answer = await get('/', { ...asPage, 'If-None-Match': etag })
    expect(answer.status).toBe(304)
    expect(await answer.text()).toBe('')
    expect((await get('/', { ...asPage, 'If-None-Match': '"other"' })).status).toBe(200)
  })

  it('is not sent for a file that is missing', async () => {
    expect((await get('/robots.txt', { Accept: '*/*' })).status).toBe(404)
    expect((await get('/favicon.ico', { Accept: 'image/avif,image/*' })).status).toBe(404)
    expect((await get('/data', { Accept: 'application/json' })).status).toBe(404)
  })
})

describe('every answer', () => {
  it.each(['/', '/favicon.svg', '/assets/app-1a2b.js', '/assets/none.js'])(
    'has the security headers: %s',
    async (path) => {
      const { headers } = await get(path, asPage)
      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('same-origin')
      expect(headers.get('Permissions-Policy')).toContain('camera=()')
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    },
  )

  it.each([
    ['http://localhost:5173', {}, 'same-origin'],
    ['http://localhost.', {}, 'same-origin'],
    ['http://[::1]:5173', {}, 'same-origin'],
    ['http://192.168.1.20:5173', {}, null],
    ['http://dashboard.lab.example', {}, null],
    ['http://dashboard.lab.example', { 'Sec-Fetch-Mode': 'navigate' }, 'same-origin'],
  ])(
    'at %s with %j is kept from other windows where a browser heeds that: %s',
    async (at, headers, policy) => {
      const answer = await server(new Request(`${at}/`, { headers: { ...asPage, ...headers } }))
      expect(answer.headers.get('Cross-Origin-Opener-Policy')).toBe(policy)
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    },
  )

  it.each(['/api/instance/', '/api/', '/api', '/__sandbox/requests'])(
    'from behind the app runs nothing on its origin: %s',
    async (path) => {
      const { headers } = await get(path, asPage)
      expect(headers.get('Content-Security-Policy')).toBe(
        "default-src 'none'; frame-ancestors 'none'; sandbox",
      )
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
    },
  )

  it('has the policy of its own where it is the documentation of the sandbox', async () => {
    const site = await readSite(join(folder, 'dist'), { kind: 'sandbox' })
    const { fetch } = createSandbox()
    const sandbox = createServer({ site, api: fetch, control: fetch })
    const { headers } = await sandbox(new Request('http://localhost/api/docs/'))
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'self'; img-src/)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it.each(['/', '/assets/app-1a2b.js', '/favicon.svg'])('has no body for HEAD: %s', async (path) => {
    const full = await get(path)
    const head = await get(path, {}, 'HEAD')
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    expect(head.headers.get('Content-Length')).toBe(full.headers.get('Content-Length'))
  })

  it('is a 405 for a method that makes no sense', async () => {
    const answer = await get('/instances', {}, 'POST')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')).toBe('GET, HEAD')
  })

  it.each([
    '/../secret.txt',
    '/..%2Fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5C..%5Csecret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
  ])('holds nothing from outside the app: %s', async (path) => {
    for (const accept of ['*/*', 'text/html']) {
      const text = await (await get(path, { Accept: accept })).text()
      expect(text).not.toContain('secret')
    }
  })
})

describe('in front of the real service', () => {
  it('there is no control endpoint', async () => {
    const site = await readSite(join(folder, 'dist'), { kind: 'proxy', base: 'https://cloud.example/api' })
    const live = createServer({ site, api: ok, control: null })
    for (const path of ['/__sandbox/requests', '/__sandbox/advance', '/__sandbox/'])
      expect((await live(new Request(`http://localhost${path}`))).status).toBe(404)
  })
})

it('gives a page that came from the server of another service nothing, and takes its key no further', async () => {
  const seen: string[] = []
  const api = onlyFor({ kind: 'proxy', base: 'https://cloud.example/api' }, async (request) => {
    seen.push(request.headers.get('Authorization') ?? '')
    return Response.json([])
  })
  const ask = (key: string, service?: string) =>
    api(
      new Request('http://localhost/api/instance/', {
        headers: { Authorization: key, ...(service === undefined ? {} : { 'X-Hatteras-Service': service }) },
      }),
    )
  expect((await ask('own', 'https://cloud.example')).status).toBe(200)
  expect((await ask('curl')).status).toBe(200)
  const other = await ask('other', 'https://other.example')
  expect(other.status).toBe(421)
  expect(other.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(await other.json()).toEqual({ error: expect.stringContaining('Reload the page.') })
  expect(seen).toEqual(['own', 'curl'])
})

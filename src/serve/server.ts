import { handleBehind, type Handlers, type Fetch, isBehind } from './handlers.ts'
import type { Site, SiteFile } from './site.ts'

const immutable = 'public, max-age=31536000, immutable'
const year = '/assets/'

interface Form {
  bytes: Uint8Array<ArrayBuffer>
  encoding: string | null
}

const accepts = (header: string, coding: string): boolean =>
  header.split(',').some((part) => {
    const [name = '', ...parameters] = part.trim().split(/\s*;\s*/)
    return name.toLowerCase() === coding && !parameters.some((parameter) => /^q=0(?:\.0+)?$/.test(parameter))
  })

const formOf = (file: SiteFile, acceptEncoding: string): Form => {
  if (file.br !== null && accepts(acceptEncoding, 'br')) return { bytes: file.br, encoding: 'br' }
  if (file.gz !== null && accepts(acceptEncoding, 'gzip')) return { bytes: file.gz, encoding: 'gzip' }
  return { bytes: file.plain, encoding: null }
}

const sentence = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers } })

/** A page that the router of the app knows, rather than a file: asked for by a person, or without an extension. */
const isNavigation = (path: string, accept: string): boolean => {
  const isFile = (path.split('/').at(-1) ?? '').includes('.')
  return accept.includes('text/html') || (!isFile && (accept === '' || accept.includes('*/*')))
}

const fileFor = (site: Site, path: string, accept: string): SiteFile | null => {
  const exact = site.get(path)
  if (exact !== undefined) return exact
  // A missing asset belongs to another build. index.html in its place would be cached, or run, as if it were the asset.
  if (path.startsWith(year) || !isNavigation(path, accept)) return null
  return site.get('/index.html') ?? null
}

/** Answers GET and HEAD for the files of the app; every page of its router gets `index.html`. */
const serveSite = (site: Site, request: Request): Response => {
  const { method, headers } = request
  if (method !== 'GET' && method !== 'HEAD')
    return sentence(405, 'Only GET and HEAD work here.', { Allow: 'GET, HEAD' })
  const path = new URL(request.url).pathname
  const file = fileFor(site, path, headers.get('Accept') ?? '')
  if (file === null) return sentence(404, 'There is no such file.', { 'Cache-Control': 'no-cache' })
  const { bytes, encoding } = formOf(file, headers.get('Accept-Encoding') ?? '')
  const etag = `"${file.etag}${encoding === null ? '' : `-${encoding}`}"`
  const answer = new Headers({
    'Content-Type': file.type,
    'Cache-Control': path.startsWith(year) ? immutable : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
  })
  const known = (headers.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers: answer })
  if (encoding !== null) answer.set('Content-Encoding', encoding)
  answer.set('Content-Length', String(bytes.byteLength))
  return new Response(method === 'HEAD' ? null : bytes, { headers: answer })
}

/** What the app needs and no more: its own scripts, styles and API, no inline script, no frame around it. */
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const secureHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Adds the security headers that the answer has not set for itself. */
const secured = (answer: Response): Response => {
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(secureHeaders)) {
    if (!headers.has(name)) headers.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}

/** Everything on one origin: the app, its API, and, beside a sandbox, the endpoint that steers it. */
export const createServer =
  ({ site, ...handlers }: Handlers & { site: Site }): Fetch =>
  async (request) => {
    const { pathname } = new URL(request.url)
    return secured(isBehind(pathname) ? await handleBehind(handlers, request) : serveSite(site, request))
  }

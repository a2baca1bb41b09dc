import { type Fetch, handleBehind, type Handlers, isBehind, secured } from './handlers.ts'
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
    return Response.json(
      { error: 'This method is not allowed.' },
      { status: 405, headers: { Allow: 'GET, HEAD', 'Cache-Control': 'no-cache' } },
    )
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

/** Everything on one origin: the app, its API, and, beside a sandbox, the endpoint that steers it. */
export const createServer =
  ({ site, ...handlers }: Handlers & { site: Site }): Fetch =>
  async (request) => {
    const { pathname } = new URL(request.url)
    return isBehind(pathname) ? handleBehind(handlers, request) : secured(serveSite(site, request), request)
  }

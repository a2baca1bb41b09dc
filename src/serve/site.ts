import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import type { Fetch } from './handlers.ts'
import { apiHeaders } from './headers.ts'
import type { Backend } from './settings.ts'

const meta = (name: string) => new RegExp(`(<meta name="${name}" content=")[^"]*(")`)
const backendMeta = meta('hatteras-backend')
const serviceMeta = meta('hatteras-service')
const pastMeta = meta('hatteras-past')

/** What the page calls the service behind it: by its address without `/api`, or the word `sandbox`. */
const serviceOf = (backend: Backend): string =>
  backend.kind === 'sandbox' ? 'sandbox' : backend.base.replace(/\/api$/, '')

/** The browser names the service that its page came from; for this server alone. */
const serviceHeader = 'x-hatteras-service'

/**
 * Turns requests of a page away that came from the server of another service, and stayed open: their keys belong there. Requests that
 * name none, as of `curl`, are let through.
 */
export const onlyFor = (backend: Backend, api: Fetch): Fetch => {
  const own = serviceOf(backend)
  return async (request) => {
    const meant = request.headers.get(serviceHeader)
    return meant === null || meant === own
      ? api(request)
      : Response.json(
          { error: 'This server leads to another service now. Nothing was sent to it. Reload the page.' },
          { status: 421, headers: apiHeaders },
        )
  }
}

/**
 * Writes into the page which backend is behind it, and which service that is: a key is used with the service it was entered for, and
 * no other. Beside the sandbox also where a past of its account is to be had, of which the app itself knows nothing.
 */
export const withBackend = (html: string, backend: Backend): string => {
  const isSandbox = backend.kind === 'sandbox'
  const write = (page: string, place: RegExp, said: string) =>
    page.replace(place, (_all, before: string, after: string) => `${before}${said}${after}`)
  const named = write(
    write(html, backendMeta, isSandbox ? 'sandbox' : 'live'),
    serviceMeta,
    serviceOf(backend),
  )
  return write(named, pastMeta, isSandbox ? '/__sandbox/history' : '')
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
}

/** The content type of a file by the end of its name. */
const contentType = (path: string): string =>
  types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'

type Bytes = Uint8Array<ArrayBuffer>

/** A file of the built app, in memory, with its smaller forms. */
export interface SiteFile {
  type: string
  etag: string
  plain: Bytes
  br: Bytes | null
  gz: Bytes | null
}

/** The built app by URL path. Only what is in this table can be served: no path leads anywhere else. */
export type Site = ReadonlyMap<string, SiteFile>

const etagOf = (bytes: Bytes): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 20)

const asFile = (path: string, plain: Bytes, br: Bytes | null, gz: Bytes | null): SiteFile => ({
  type: contentType(path),
  etag: etagOf(plain),
  plain,
  br,
  gz,
})

const indexPage = (html: string, backend: Backend): SiteFile => {
  const page = Buffer.from(withBackend(html, backend))
  const bytes = (buffer: Buffer): Bytes => new Uint8Array(buffer)
  return asFile('index.html', bytes(page), bytes(brotliCompressSync(page)), bytes(gzipSync(page)))
}

/**
 * Reads the built app from its folder, with the compressed forms that the build left beside the files. Throws where there is
 * no `index.html`.
 */
export const readSite = async (folder: string, backend: Backend): Promise<Site> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = async (name: string): Promise<Bytes | null> =>
    names.includes(name) ? new Uint8Array(await readFile(name)) : null
  const site = new Map<string, SiteFile>()
  for (const name of names) {
    if (/\.(?:br|gz)$/.test(name)) continue
    const path = name.slice(folder.length).split(sep).join('/')
    const plain = new Uint8Array(await readFile(name))
    site.set(path, asFile(name, plain, await read(`${name}.br`), await read(`${name}.gz`)))
  }
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  return site.set('/index.html', indexPage(html, backend))
}

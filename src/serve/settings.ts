/** Where `/api/` leads: to the sandbox, or to a real service below `base` (which ends without a slash). */
export type Backend = { kind: 'sandbox' } | { kind: 'proxy'; base: string }

export interface Settings {
  port: number
  host: string
  /** The folder for what the sandbox keeps between starts; null means the project’s own. */
  cache: string | null
  backend: Backend
}

/** A setting that cannot be used; its message is a sentence for the person who set it. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

type Environment = Readonly<Record<string, string | undefined>>

const defaultPort = 5173

const readPort = (text: string | undefined): number => {
  if (text === undefined || text === '') return defaultPort
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new BadSetting(`PORT must be a whole number from 1 to 65535, not "${text}".`)
}

/**
 * The base URL in `CCLOUD_API_URL`, with or without `/api` and a slash at the end, as the URL that `/api` stands for: without a
 * slash at the end. Throws a `BadSetting` where it is no plain http or https address.
 */
export const readUpstream = (text: string): string => {
  const hint = 'Use an address such as https://console.carolinacloud.io/api, or leave it out for the sandbox.'
  // A bad value may hold a password, so no sentence repeats it.
  const refuse = (why: string): never => {
    throw new BadSetting(`CCLOUD_API_URL ${why}. ${hint}`)
  }
  if (!URL.canParse(text)) return refuse('is not an address')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('must begin with https:// or http://')
  if (url.username !== '' || url.password !== '') return refuse('must not contain a user name or a password')
  if (url.search !== '' || text.includes('?')) return refuse('must not contain a query (?…)')
  if (url.hash !== '' || text.includes('#')) return refuse('must not contain a fragment (#…)')
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${path.endsWith('/api') ? path : `${path}/api`}`
}

/** Reads the environment. Throws a `BadSetting` for a value that cannot be used. */
export const readSettings = (env: Environment): Settings => {
  const upstream = env['CCLOUD_API_URL']?.trim() ?? ''
  return {
    port: readPort(env['PORT']?.trim()),
    host: env['HOST']?.trim() || '127.0.0.1',
    cache: env['HATTERAS_CACHE']?.trim() || null,
    backend: upstream === '' ? { kind: 'sandbox' } : { kind: 'proxy', base: readUpstream(upstream) },
  }
}

import { hostOf, isLoopback, isOwnAddress } from './hosts.ts'
import { BadSetting, readPort, readUpstream, upstreamHint } from './plain-settings.mjs'

export { BadSetting } from './plain-settings.mjs'

/** Where `/api/` leads: to the sandbox, or to a real service below `base` (which ends without a slash). */
export type Backend = { kind: 'sandbox' } | { kind: 'proxy'; base: string }

export interface Settings {
  port: number
  /** The address to listen on; `localhost` means both loopback addresses. */
  host: string
  /** Further names that the server may be reached by, beside its own. */
  hosts: readonly string[]
  /** The folder for what the sandbox keeps between starts; null means the project’s own. */
  cache: string | null
  backend: Backend
  /** The proxy of `HTTPS_PROXY` (`HTTP_PROXY` for a plain-http service) that leads to the service; null for the straight way. */
  through: string | null
}

export type Environment = Readonly<Record<string, string | undefined>>

/** A name, an IPv4 address, or an IPv6 address with or without its brackets; never a scheme, a port or a path. */
const hostForm = /^(?:[a-z\d](?:[a-z\d._-]*[a-z\d])?|\[[\da-f:.]+\]|[\da-f]*:[\da-f:.]*:[\da-f:.]*)$/i

/** The names of `HATTERAS_HOSTS`, in the form in which a URL has them. */
const readHosts = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .map((name) => {
      const host = hostForm.test(name) ? hostOf(name) : null
      if (host !== null) return host
      throw new BadSetting(
        'HATTERAS_HOSTS must be host names separated by commas, such as "dashboard.lab.example, 10.0.0.5", without http:// or a port.',
      )
    })

const bypasses = (list: string, { hostname, port, protocol }: URL): boolean =>
  list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true
    const [, name = '', only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? []
    if (name === '' || (only !== undefined && only !== (port || (protocol === 'https:' ? '443' : '80'))))
      return false
    return hostname === name || hostname.endsWith(`.${name}`)
  })

/**
 * The proxy that the environment wants for `base`, as curl and others read it; null for none. `NO_PROXY` lists host names (with all below
 * them) and addresses, with or without a port, or `*`. This machine itself is never asked for through a proxy.
 */
export const readProxy = (base: string, env: Environment): string | null => {
  const url = new URL(base)
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const either = (upper: string): string => env[upper.toLowerCase()]?.trim() || env[upper]?.trim() || ''
  const text = either(name)
  if (text === '' || isLoopback(url.hostname) || bypasses(either('NO_PROXY'), url)) return null
  const proxy = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`
  // It may hold a password, so that no sentence repeats it.
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol))
    throw new BadSetting(
      `${name} must be the address of an HTTP proxy, such as http://proxy.lab.example:3128.`,
    )
  return proxy
}

/** Reads the environment. Throws a `BadSetting` for a value that cannot be used. */
export const readSettings = (env: Environment): Settings => {
  const base = readUpstream(env['CCLOUD_API_URL'])
  const backend: Backend = base === null ? { kind: 'sandbox' } : { kind: 'proxy', base }
  const settings: Settings = {
    port: readPort(env['PORT']),
    host: env['HOST']?.trim().replace(/^\[(.*)\]$/, '$1') || 'localhost',
    hosts: readHosts(env['HATTERAS_HOSTS'] ?? ''),
    cache: env['HATTERAS_CACHE']?.trim() || null,
    backend,
    through: backend.kind === 'proxy' ? readProxy(backend.base, env) : null,
  }
  if (backend.kind === 'proxy' && isOwnAddress(backend.base, settings))
    throw new BadSetting(`CCLOUD_API_URL is the address of this server itself. ${upstreamHint}`)
  return settings
}

// The settings of npm start, which it checks before it installs and builds anything: plain JavaScript, since nothing can compile
// TypeScript by then.
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { hostOf, isLoopback, isOwnAddress } from './plain-hosts.mjs'

/** A setting that cannot be used; its message is a sentence for the person who set it. */
export class BadSetting extends Error {
  name = 'BadSetting'
}

const defaultPort = 5173

/** What a bad `CCLOUD_API_URL` may be replaced with. */
const upstreamHint =
  'Use an address such as https://console.carolinacloud.io/api, or leave it out for the sandbox.'

/** The port that `PORT` asks for. */
const readPort = (given = '') => {
  const text = given.trim()
  if (text === '') return defaultPort
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new BadSetting(`PORT must be a whole number from 1 to 65535, not "${text}".`)
}

/** What keeps an address from being used, or null. */
const flawOf = (text, url) => {
  if (/\p{C}/u.test(text)) return 'must not contain characters that cannot be seen'
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https:// or http://'
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or a password'
  if (url.search !== '' || text.includes('?')) return 'must not contain a query (?…)'
  if (url.hash !== '' || text.includes('#')) return 'must not contain a fragment (#…)'
  if (/\/api\/+[^/]/i.test(url.pathname)) return 'must not go on after /api'
  return null
}

/**
 * The base URL in `CCLOUD_API_URL`, with or without `/api` and a slash at the end, as the URL that `/api` stands for: without a
 * slash at the end; null where none is given. Throws a `BadSetting` where it is no plain http or https address.
 */
export const readUpstream = (given = '') => {
  const text = given.trim()
  if (text === '') return null
  const flaw = URL.canParse(text) ? flawOf(text, new URL(text)) : 'is not an address'
  // A bad value may hold a password, so no sentence repeats it.
  if (flaw !== null) throw new BadSetting(`CCLOUD_API_URL ${flaw}. ${upstreamHint}`)
  const { origin, pathname } = new URL(text)
  const path = pathname.replace(/\/+$/, '')
  return `${origin}${/\/api$/i.test(path) ? path : `${path}/api`}`
}

/** A name, an IPv4 address, or an IPv6 address with or without its brackets; never a scheme, a port or a path. */
const hostForm = /^(?:[a-z\d](?:[a-z\d._-]*[a-z\d])?\.?|\[[\da-f:.]+\]|[\da-f]*:[\da-f:.]*:[\da-f:.]*)$/i

/** What `HOST` says: the address to listen on, IPv6 without brackets. Whether the machine has it is seen when the server listens. */
const readHost = (given = '') => {
  const text = given.trim()
  if (text === '') return 'localhost'
  // An address of one link says which: fe80::1%eth0.
  const [, link] = /(%[\w.-]+)\]?$/.exec(text) ?? []
  const bare = text.replace(link ?? '', '')
  const host = hostForm.test(bare) ? hostOf(bare) : null
  if (host !== null) return `${host.replace(/^\[(.*)\]$/, '$1')}${link ?? ''}`
  throw new BadSetting(
    `HOST must be an address or a name of this machine, such as 0.0.0.0, without http:// or a port, not "${text}". Leave it out to let this machine alone in.`,
  )
}

/** The names of `HATTERAS_HOSTS`, in the form in which a URL has them. */
const readHosts = (given = '') =>
  given
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .map((name) => {
      const host = hostForm.test(name) ? hostOf(name) : null
      if (host !== null) return host
      throw new BadSetting(
        'HATTERAS_HOSTS must be host names separated by commas, such as "dashboard.lab.example, 10.0.0.5", without http:// or a port.',
      )
    })

const bypasses = (list, { hostname, port, protocol }) =>
  list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true
    const [, name = '', only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? []
    if (name === '' || (only !== undefined && only !== (port || (protocol === 'https:' ? '443' : '80'))))
      return false
    return hostname === name || hostname.endsWith(`.${name}`)
  })

/**
 * The proxy that the environment wants for `base`, as curl and others read it; null for none. `NO_PROXY` lists host names (with all below
 * them) and addresses, with or without a port, or `*`. This machine itself is never asked for through a proxy. Throws a `BadSetting`
 * where it is no address of a proxy.
 */
export const readProxy = (base, env) => {
  const url = new URL(base)
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const either = (upper) => env[upper.toLowerCase()]?.trim() || env[upper]?.trim() || ''
  const text = either(name)
  if (text === '' || isLoopback(hostOf(url.host) ?? '') || bypasses(either('NO_PROXY'), url)) return null
  const proxy = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`
  // It may hold a password, so that no sentence repeats it.
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol))
    throw new BadSetting(
      `${name} must be the address of an HTTP proxy, such as http://proxy.lab.example:3128.`,
    )
  return proxy
}

/** One folder after the other: where one cannot be made although the folder above it is there, as in /proc, `recursive` tries for ever. */
const makeFolder = (folder, canMakeParent = true) => {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code === 'EEXIST') return
    if (error.code !== 'ENOENT' || !canMakeParent || dirname(folder) === folder) throw error
    makeFolder(dirname(folder))
    makeFolder(folder, false)
  }
}

/** Throws where a folder is there and cannot be read or written to. */
const tryFolder = (folder) => {
  try {
    readdirSync(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

const whyNot = {
  ENOTDIR: 'is no folder, or lies in what is none',
  EACCES: 'is closed to this user',
  EPERM: 'is closed to this user',
  EROFS: 'cannot be written to',
  ENOSPC: 'has no room left',
}

/** What only a shell or a browser takes for a path; whoever has a folder of such a name can write ./ before it. */
const noPath = /^(?:[~$]|[a-z][a-z\d+.-]+:)/i

/**
 * Makes the folder that `HATTERAS_CACHE` names. Throws a `BadSetting` where that, or a folder in it, cannot be made, or the sandbox's
 * folders in it cannot be used (see src/sandbox/disk.ts).
 */
export const makeCache = ({ backend, cache }) => {
  if (cache === null || backend.kind !== 'sandbox') return
  if (noPath.test(cache))
    throw new BadSetting(
      `HATTERAS_CACHE must be the path of a folder as it is, such as /var/lib/hatteras, not "${cache}".`,
    )
  let folder = resolve(cache)
  try {
    makeFolder(folder)
    rmdirSync(mkdtempSync(join(folder, 'try-')))
    for (const name of ['sandbox', 'worlds']) {
      folder = join(folder, name)
      tryFolder(folder)
    }
  } catch ({ code }) {
    throw new BadSetting(
      `HATTERAS_CACHE must be a folder that this user can write to, and ${folder} ${whyNot[code] ?? `cannot be made (${code})`}.`,
    )
  }
}

/** Those of `npm start`, of the tests and of what they look for; and a key, which the commands that the app shows take from there. */
const known = new Set([
  'CCLOUD_API_KEY',
  'CCLOUD_API_URL',
  'CCLOUD_KEY',
  'HATTERAS_BASELINES',
  'HATTERAS_CACHE',
  'HATTERAS_CADDY',
  'HATTERAS_CHROMIUM',
  'HATTERAS_DEPLOY',
  'HATTERAS_ENGINES',
  'HATTERAS_HOSTS',
  'HATTERAS_INSTANCES',
  'HATTERAS_NGINX',
  'HATTERAS_NGINX_JS',
  'HATTERAS_PICTURES',
  'HATTERAS_SEED',
  'HATTERAS_WEBKIT',
])

/** The names in the environment that begin like a setting and are none: misspelt, or of another program. */
export const unknownSettings = (env) =>
  Object.keys(env).filter((name) => /^(?:CCLOUD|HATTERAS)_/.test(name) && !known.has(name))

/** Reads the environment. Throws a `BadSetting` for a value that cannot be used. */
export const readSettings = (env) => {
  const base = readUpstream(env.CCLOUD_API_URL)
  const settings = {
    port: readPort(env.PORT),
    host: readHost(env.HOST),
    hosts: readHosts(env.HATTERAS_HOSTS),
    cache: env.HATTERAS_CACHE?.trim() || null,
    backend: base === null ? { kind: 'sandbox' } : { kind: 'proxy', base },
    through: base === null ? null : readProxy(base, env),
  }
  if (base !== null && isOwnAddress(base, settings))
    throw new BadSetting(`CCLOUD_API_URL is the address of this server itself. ${upstreamHint}`)
  return settings
}

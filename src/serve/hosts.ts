import { hostname, networkInterfaces } from 'node:os'

import type { Settings } from './settings.ts'

/**
 * The host of a `Host` header or of an address, in the form in which URLs have it: lower case, no port, IPv6 in brackets; without the dot
 * that a whole name may end with.
 */
export const hostOf = (text: string): string | null => {
  const bare = /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text) ? `[${text}]` : text
  const url = `http://${bare}`
  return /^[^\s/@?#\\]+$/.test(bare) && URL.canParse(url)
    ? new URL(url).hostname.replace(/(?<=[^.])\.$/, '')
    : null
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const everyAddress = new Set(['0.0.0.0', '::'])

const isAddress = (host: string): boolean => host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host)

/** Whether a host, in the form of `hostOf`, is this machine and no other can be reached by it. */
export const isLoopback = (host: string): boolean =>
  loopback.has(host) || /^127(?:\.\d+){3}$/.test(host) || host.endsWith('.localhost')

/** Whether `HOST` stands for every address of the machine. */
export const isEveryAddress = (host: string): boolean => everyAddress.has(host)

/** The addresses of this machine in its networks, as the host of a URL; IPv4 alone where `host` is 0.0.0.0. */
export const machineAddresses = (host: string): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, address, internal }) =>
      family === 'IPv4' ? !internal : !internal && host === '::' && !address.startsWith('fe80'),
    )
    .flatMap(({ address }) => hostOf(address) ?? [])

/**
 * Tells whether a request's `Host` is one that this server goes by. A page of another site can have its own name lead to this server
 * (DNS rebinding) and would then be on the same origin. No page can do so with an address, so that where the server listens on every
 * address, it goes by each of them.
 */
export const allowedHosts = ({ host, hosts }: Pick<Settings, 'host' | 'hosts'>) => {
  const isEvery = isEveryAddress(host)
  const names = new Set([...loopback, ...(isEvery ? [] : [hostOf(host)]), ...hosts])
  return (header: string): boolean => {
    const asked = hostOf(header)
    return asked !== null && (names.has(asked) || (isEvery && isAddress(asked)))
  }
}

/** Whether a URL leads to this server itself, as far as it can be seen without asking. */
export const isOwnAddress = (url: string, { host, hosts, port }: Settings): boolean => {
  const { hostname: target, port: given, protocol } = new URL(url)
  if (Number(given || (protocol === 'https:' ? 443 : 80)) !== port) return false
  if (hosts.includes(target)) return true
  if (host === 'localhost') return isLoopback(target)
  if (!isEveryAddress(host)) return target === hostOf(host)
  return (
    isLoopback(target) ||
    ['0.0.0.0', '[::]', hostname().toLowerCase(), ...machineAddresses('::')].includes(target)
  )
}

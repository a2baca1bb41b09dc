import { hostOf, isEveryAddress } from './plain-hosts.mjs'
import type { Settings } from './settings.ts'

const isAddress = (host: string): boolean => host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host)

/**
 * Tells whether a request's `Host` is one that this server goes by. A page of another site can have its own name lead to this server
 * (DNS rebinding) and would then be on the same origin. No page can do so with an address, so that where the server listens on every
 * address, it goes by each of them.
 */
export const allowedHosts = ({ host, hosts }: Pick<Settings, 'host' | 'hosts'>) => {
  const isEvery = isEveryAddress(host)
  const names = new Set(['localhost', '127.0.0.1', '[::1]', ...(isEvery ? [] : [hostOf(host)]), ...hosts])
  return (header: string): boolean => {
    const asked = hostOf(header)
    return asked !== null && (names.has(asked) || (isEvery && isAddress(asked)))
  }
}

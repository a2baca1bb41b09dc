// Which hosts are this machine. Plain JavaScript, since the settings are checked before anything can compile TypeScript.
import { hostname, networkInterfaces } from 'node:os'

/**
 * The host of a `Host` header or of an address, in the form in which URLs have it: lower case, no port, IPv6 in brackets; without the dot
 * that a whole name may end with. Null where it is none.
 */
export const hostOf = (text) => {
  const bare = /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text) ? `[${text}]` : text
  const url = `http://${bare}`
  return /^[^\s/@?#\\]+$/.test(bare) && URL.canParse(url)
    ? new URL(url).hostname.replace(/(?<=[^.])\.$/, '')
    : null
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a host, in the form of `hostOf`, is this machine and no other can be reached by it. */
export const isLoopback = (host) =>
  loopback.has(host) || /^127(?:\.\d+){3}$/.test(host) || host.endsWith('.localhost')

/** Whether `HOST` stands for every address of the machine. */
export const isEveryAddress = (host) => host === '0.0.0.0' || host === '::'

/** The addresses of this machine in its networks, as the host of a URL; IPv4 alone where `host` is 0.0.0.0. */
export const machineAddresses = (host) =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, address, internal }) =>
      family === 'IPv4' ? !internal : !internal && host === '::' && !address.startsWith('fe80'),
    )
    .flatMap(({ address }) => hostOf(address) ?? [])

/** Whether a URL leads to the server of these settings itself, as far as it can be seen without asking. */
export const isOwnAddress = (url, { host, hosts, port }) => {
  const { host: asked, port: given, protocol } = new URL(url)
  const target = hostOf(asked) ?? asked
  if (Number(given || (protocol === 'https:' ? 443 : 80)) !== port) return false
  if (hosts.includes(target)) return true
  // Asking for no address in particular asks this machine, and so does an address of IPv4's loopback written as one of IPv6.
  const isHere =
    isLoopback(target) || target === '0.0.0.0' || target === '[::]' || target.startsWith('[::ffff:7f')
  if (host === 'localhost') return isHere
  if (!isEveryAddress(host)) return target === hostOf(host)
  return isHere || [hostname().toLowerCase(), ...machineAddresses('::')].includes(target)
}

import { sandboxKeys } from '#sandbox/keys.ts'

import { hostOf, isEveryAddress, isLoopback, machineAddresses } from './plain-hosts.mjs'
import type { Settings } from './settings.ts'

/** The hosts by which the server can be reached. `localhost` is not among them where another server may have `[::1]`. */
const hostNames = (host: string, machine: readonly string[]): string[] => {
  if (!isEveryAddress(host)) return [hostOf(host) ?? host]
  return [host === '::' ? 'localhost' : '127.0.0.1', ...machine]
}

/** What to tell the person who started the server: where it is, what is behind it, and the keys to try. */
export const banner = (
  { host, port, backend, through }: Settings,
  machine: readonly string[] = machineAddresses(host),
): string[] => {
  const [name = '', ...others] = hostNames(host, machine)
  const addresses = [
    `Hatteras is at http://${name}:${port}`,
    ...others.map((other) => `        and at http://${other}:${port}`),
  ]
  if (backend.kind === 'proxy') {
    const by = through === null ? '' : ` through the proxy ${new URL(through).host}`
    return [...addresses, `/api/ leads to ${backend.base}/${by}`]
  }
  const width = Math.max(...sandboxKeys.map(({ key }) => key.length))
  return [
    ...addresses,
    'It runs on the sandbox, a local Carolina Cloud: nothing there is real or billed.',
    '',
    'Keys to sign in with:',
    ...sandboxKeys.map(({ key, says }) => `  ${key.padEnd(width)}  ${says}`),
    'Any other key that begins with sandbox- opens a lab fleet of its own.',
  ]
}

/** What is risky about the settings, a line each: a key must not travel in the open. */
export const warnings = ({ host, backend }: Settings): string[] => {
  const lines: string[] = []
  if (!isLoopback(hostOf(host) ?? host))
    lines.push(
      'Warning: HOST lets other machines in, by plain HTTP: whoever is on the way can read the API keys. Put a server with HTTPS in front.',
    )
  if (backend.kind === 'proxy') {
    const { protocol, hostname, host: service } = new URL(backend.base)
    if (protocol === 'http:' && !isLoopback(hostname))
      lines.push(
        `Warning: CCLOUD_API_URL begins with http://, so API keys go to ${service} in the open. Use https:// if it offers that.`,
      )
  }
  return lines
}

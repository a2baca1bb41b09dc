import { sandboxKeys } from '#sandbox/keys.ts'

import type { Settings } from './settings.ts'

const everyAddress = new Set(['0.0.0.0', '::'])

const hostName = (host: string): string => {
  if (host === '127.0.0.1' || everyAddress.has(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** What to tell the person who started the server: where it is, what is behind it, and the keys to try. */
export const banner = ({ host, port, backend }: Settings): string[] => {
  const address = `Hatteras is at http://${hostName(host)}:${port}`
  if (backend.kind === 'proxy') return [address, `/api/ leads to ${backend.base}/`]
  const width = Math.max(...sandboxKeys.map(({ key }) => key.length))
  return [
    address,
    'It runs on the sandbox, a local Carolina Cloud: nothing there is real or billed.',
    '',
    'Keys to sign in with:',
    ...sandboxKeys.map(({ key, says }) => `  ${key.padEnd(width)}  ${says}`),
    'Any other key that begins with sandbox- opens a lab fleet of its own.',
  ]
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'

import { watched } from './body.ts'
import { type Fetch, isAstray } from './handlers.ts'
import { addressRefused, appHeadersFor } from './headers.ts'
import { allowedHosts } from './hosts.ts'
import { hostOf } from './plain-hosts.mjs'
import { BadSetting, type Settings } from './settings.ts'

const isDrop = (error: unknown): boolean => error instanceof Error && error.name === 'DroppedConnection'

/** Where its body breaks off, or the browser went away, the connection ends without a word: nobody takes what has come for whole. */
const endingWith = ({ body, status, statusText, headers }: Response, outgoing: { destroy: () => unknown }) =>
  new Response(
    body === null
      ? null
      : watched(body, () => {
          outgoing.destroy()
          return null
        }),
    { status, statusText, headers },
  )

/** Answers Node's requests with `fetch`. Where it rejects with a dropped connection, the socket is closed without an answer. */
export const nodeListener = (fetch: Fetch) =>
  getRequestListener(
    async (request, env) => {
      // The address as it came: the URL parser has resolved its dot segments.
      if (isAstray(env.incoming.url ?? '/', new URL(request.url).pathname)) return addressRefused()
      try {
        return endingWith(await fetch(request), env.outgoing)
      } catch (error) {
        if (!isDrop(error)) return Response.json({ error: 'This server failed.' }, { status: 500 })
        env.incoming.socket.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
    { overrideGlobalObjects: false },
  )

/**
 * Refuses, with 421 and a sentence, a request for a host that this server does not go by; returns whether it did. The address of a
 * request may be a whole URL, whose host then counts as well.
 */
export const hostGuard = (settings: Pick<Settings, 'host' | 'hosts'>) => {
  const isAllowed = allowedHosts(settings)
  return ({ headers, url = '/' }: IncomingMessage, outgoing: ServerResponse): boolean => {
    const { host = '' } = headers
    const inUrl = url.startsWith('/') ? host : URL.canParse(url) ? new URL(url).host : ''
    if (isAllowed(host) && isAllowed(inUrl)) return false
    const asked = hostOf(isAllowed(host) ? inUrl : host)
    const name = asked === null ? 'that name' : asked.slice(0, 100)
    outgoing.writeHead(421, {
      ...appHeadersFor(host, null),
      'Content-Type': 'text/plain; charset=utf-8',
      Connection: 'close',
    })
    outgoing.end(
      `This server does not go by ${name}. Use the address that it prints at its start, or add the name to HATTERAS_HOSTS.\n`,
    )
    return true
  }
}

type Failure = NodeJS.ErrnoException

const listenAt = (
  handle: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
  port: number,
  address: string,
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(handle)
    server.once('error', reject)
    server.listen(port, address, () => resolve(server))
  })

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A machine without IPv6, or without IPv4, cannot listen on that loopback address, and nobody else can. */
const isMissing = ({ code = '' }: Failure): boolean => ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(code)

const why = ({ code = '', message }: Failure, port: number, address: string, beside: boolean): string => {
  const where = beside ? ` on ${address}, and browsers may look there for localhost` : ''
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already in use${where}. Stop what uses it, or set PORT to another port.`,
    EACCES: `Port ${port} may not be used by this user. Set PORT to another port, above 1023.`,
  }
  // Some shells and tools, such as conda, set HOST to something of their own.
  const foreign = ['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL'].includes(code)
  if (foreign && !beside)
    return `HOST is ${address}, which is no address of this machine. Leave it out to let this machine alone in.`
  return sentences[code] ?? `Cannot listen on ${address}, port ${port}: ${message}.`
}

export interface Listening {
  port: number
  close: () => void
}

interface ListenOptions extends Pick<Settings, 'port' | 'host' | 'hosts'> {
  /** Where to listen; both loopback addresses where `host` is localhost: what listened on one of them would be visited in our place. */
  addresses?: readonly string[]
}

/** Starts a server. Rejects with a `BadSetting` where the port or the host cannot be had, on any of its addresses. */
export const listen = async (
  fetch: Fetch,
  { port, host, hosts, addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host] }: ListenOptions,
): Promise<Listening> => {
  const listener = nodeListener(fetch)
  const isRefused = hostGuard({ host, hosts })
  const servers: Server[] = []
  const close = () => {
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
  }
  let missing: string | null = null
  for (const address of addresses) {
    const [first] = servers
    const at = first === undefined ? port : portOf(first)
    try {
      servers.push(
        await listenAt(
          (incoming, outgoing) => {
            if (!isRefused(incoming, outgoing)) void listener(incoming, outgoing)
          },
          at,
          address,
        ),
      )
    } catch (error) {
      const failure: Failure = error instanceof Error ? error : new Error(String(error))
      missing = why(failure, at, address, servers.length > 0)
      if (addresses.length > 1 && isMissing(failure)) continue
      close()
      throw new BadSetting(missing)
    }
  }
  const [first] = servers
  if (first === undefined) throw new BadSetting(missing ?? `Cannot listen on ${host}, port ${port}.`)
  return { port: portOf(first), close }
}

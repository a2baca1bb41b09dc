import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { createProxy, type ProxyOptions } from './proxy.ts'
import { openUpstream } from './upstream.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

let close: () => void = () => undefined

/** Ends the service of `serve`: call it after each test. */
export const endService = (): void => close()

/** A service on a port of its own; returns its base. */
export const serve = async (handler: Handler): Promise<string> => {
  const server = createServer((request, response) => void handler(request, response))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api`
}

/** A proxy to `base` as the server opens it, with nothing on the way. */
export const proxyTo = (base: string, options: Partial<ProxyOptions> = {}) =>
  createProxy(base, { send: openUpstream(base, null), ...options })

export const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

export const here = (path: string, init: RequestInit = {}) =>
  new Request(`http://localhost:5173${path}`, init)

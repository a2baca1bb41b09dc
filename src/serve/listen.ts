import { createServer, type Server } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'

import type { Fetch } from './handlers.ts'
import { BadSetting } from './settings.ts'

const isDrop = (error: unknown): boolean => error instanceof Error && error.name === 'DroppedConnection'

/** Answers Node's requests with `fetch`. Where it rejects with a dropped connection, the socket is closed without an answer. */
export const nodeListener = (fetch: Fetch) =>
  getRequestListener(
    async (request, env) => {
      try {
        return await fetch(request)
      } catch (error) {
        if (!isDrop(error)) return Response.json({ error: 'This server failed.' }, { status: 500 })
        env.incoming.socket.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
    { overrideGlobalObjects: false },
  )

/** Starts a server. Rejects with a `BadSetting` where the port or the host cannot be had. */
export const listen = (fetch: Fetch, { port, host }: { port: number; host: string }): Promise<Server> =>
  new Promise((resolve, reject) => {
    const listener = nodeListener(fetch)
    const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why: Record<string, string> = {
        EADDRINUSE: `Port ${port} is already in use. Stop what uses it, or set PORT to another port.`,
        EACCES: `Port ${port} may not be used by this user. Set PORT to another port, above 1023.`,
      }
      reject(
        new BadSetting(why[error.code ?? ''] ?? `Cannot listen on ${host}, port ${port}: ${error.message}.`),
      )
    })
    server.listen(port, host, () => resolve(server))
  })

import { join } from 'node:path'

import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite'
import * as z from 'zod/mini'

import { withBackend } from './backend-meta.ts'
import { nodeListener } from './listen.ts'
import { createProxy } from './proxy.ts'
import { readSettings } from './settings.ts'

type Fetch = (request: Request) => Promise<Response>

const doorModule = z.object({
  openDoor: z.custom<(cache: string) => Promise<Fetch>>((value) => typeof value === 'function'),
})

/** Answers with the sandbox as it stands in the source now: an edit applies to the next request, without a restart. */
const sandboxFetch = (server: ViteDevServer, cache: string): Fetch => {
  const environment = server.environments.ssr
  if (!isRunnableDevEnvironment(environment)) throw new Error('The sandbox needs a runnable environment.')
  return async (request) => {
    const { openDoor } = z.parse(doorModule, await environment.runner.import('/src/serve/dev-door.ts'))
    return (await openDoor(cache))(request)
  }
}

/** `npm run dev`: the same two choices as `npm start`, the sandbox or the service in `CCLOUD_API_URL`, before Vite's own answers. */
export const devBackend = (): Plugin => {
  const settings = () => readSettings(process.env)
  return {
    name: 'hatteras-dev-backend',
    apply: 'serve',
    config: () => ({ server: { port: settings().port } }),
    transformIndexHtml: (html) => withBackend(html, settings().backend),
    configureServer: (server) => {
      const { backend, cache } = settings()
      const fetch =
        backend.kind === 'proxy'
          ? createProxy(backend.base)
          : sandboxFetch(server, cache ?? join(server.config.root, '.cache'))
      const listener = nodeListener(fetch)
      // Without a mount path: connect would cut it off the URL.
      server.middlewares.use((incoming, outgoing, next) => {
        const url = incoming.url ?? '/'
        const isOurs =
          url.startsWith('/api/') || (backend.kind === 'sandbox' && url.startsWith('/__sandbox/'))
        if (isOurs) void listener(incoming, outgoing)
        else next()
      })
    },
  }
}

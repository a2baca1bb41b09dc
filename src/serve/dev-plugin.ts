import { join } from 'node:path'
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite'
import * as z from 'zod/mini'

import { handleBehind, type Handlers, type Fetch, isBehind } from './handlers.ts'
import { nodeListener } from './listen.ts'
import { createProxy } from './proxy.ts'
import { readSettings, type Settings } from './settings.ts'
import { onlyFor, withBackend } from './site.ts'

const handlerModule = z.object({
  openHandler: z.custom<(cache: string) => Promise<Fetch>>((value) => typeof value === 'function'),
})

/** Answers with the sandbox as it stands in the source now: an edit applies to the next request, without a restart. */
const sandboxFetch = (server: ViteDevServer, cache: string): Fetch => {
  const environment = server.environments.ssr
  if (!isRunnableDevEnvironment(environment)) throw new Error('The sandbox needs a runnable environment.')
  return async (request) => {
    const { openHandler } = z.parse(
      handlerModule,
      await environment.runner.import('/src/serve/dev-handler.ts'),
    )
    return (await openHandler(cache))(request)
  }
}

const openHandlers = (server: ViteDevServer, { backend, cache }: Settings): Handlers => {
  if (backend.kind === 'proxy') return { api: createProxy(backend.base), control: null }
  const fetch = sandboxFetch(server, cache ?? join(server.config.root, '.cache'))
  return { api: fetch, control: fetch }
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
      const opened = openHandlers(server, settings())
      const handlers = { ...opened, api: onlyFor(settings().backend, opened.api) }
      const listener = nodeListener((request) => handleBehind(handlers, request))
      // Without a mount path: connect would cut it off the URL.
      server.middlewares.use((incoming, outgoing, next) => {
        const [path = '/'] = (incoming.url ?? '/').split('?')
        if (isBehind(path)) void listener(incoming, outgoing)
        else next()
      })
    },
  }
}

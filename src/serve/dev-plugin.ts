import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite'
import * as z from 'zod/mini'

import { warnings } from './banner.ts'
import { handleBehind, type Handlers, type Fetch, isBehind } from './handlers.ts'
import { appHeaders } from './headers.ts'
import { hostGuard, nodeListener } from './listen.ts'
import { makeCache, readSettings, type Settings } from './settings.ts'
import { onlyFor, withBackend } from './site.ts'

const handlerModule = z.object({
  openHandler: z.custom<(cache: string, warn: (sentence: string) => void) => Promise<Fetch>>(
    (value) => typeof value === 'function',
  ),
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
    return (await openHandler(cache, (sentence) => server.config.logger.warn(sentence)))(request)
  }
}

const openHandlers = async (
  server: ViteDevServer,
  { backend, cache, through }: Settings,
): Promise<Handlers> => {
  if (backend.kind === 'proxy') {
    const { openProxy } = await import('./proxy.ts')
    const log = (line: string) => server.config.logger.warn(line, { timestamp: true })
    return { api: openProxy(backend.base, through, log), control: null }
  }
  const fetch = sandboxFetch(server, cache ?? join(server.config.root, '.cache'))
  return { api: fetch, control: fetch }
}

/**
 * The headers of the built app, so that what they forbid is seen while one writes it. Scripts and styles that Vite puts into the page
 * itself carry a nonce; with that, one more than in the built app may run.
 */
const devHeaders = (nonce: string): Record<string, string> => ({
  ...appHeaders,
  'Content-Security-Policy': appHeaders['Content-Security-Policy'].replaceAll(
    /(?:script|style)-src 'self'/g,
    (allowed) => `${allowed} 'nonce-${nonce}'`,
  ),
})

/** `npm run dev`: the same two choices as `npm start`, the sandbox or the service in `CCLOUD_API_URL`, before Vite's own answers. */
export const devBackend = (): Plugin => {
  const settings = () => readSettings(process.env)
  const nonce = randomUUID()
  return {
    name: 'hatteras-dev-backend',
    apply: 'serve',
    config: () => {
      const { host, hosts, port } = settings()
      return {
        html: { cspNonce: nonce },
        server: { port, host, allowedHosts: [...hosts, host], cors: false, headers: devHeaders(nonce) },
      }
    },
    transformIndexHtml: (html) => withBackend(html, settings().backend),
    configureServer: async (server) => {
      makeCache(settings())
      const opened = await openHandlers(server, settings())
      const handlers = { ...opened, api: onlyFor(settings().backend, opened.api) }
      const isRefused = hostGuard(settings())
      for (const line of warnings(settings())) server.config.logger.warn(line)
      const listener = nodeListener((request) => handleBehind(handlers, request))
      // Without a mount path: connect would cut it off the URL.
      server.middlewares.use((incoming, outgoing, next) => {
        if (isRefused(incoming, outgoing)) return
        const [path = '/'] = (incoming.url ?? '/').split('?')
        if (isBehind(path)) void listener(incoming, outgoing)
        else next()
      })
    },
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build, preview } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the app with the design page, which no production build has, and serves it on a port of its own. */
export const serveDesignPage = async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'hatteras-design-'))
  const options = { root, mode: 'design', logLevel: 'error', build: { outDir, emptyOutDir: true } } as const
  await build(options)
  const server = await preview({ ...options, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The design page has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/design`,
    close: async () => {
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}

import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { diskStore } from '#sandbox/disk.ts'
import { createSandbox } from '#sandbox/sandbox.ts'

import { banner } from './banner.ts'
import { docsAsset } from './docs-asset.ts'
import type { Handlers } from './handlers.ts'
import { listen } from './listen.ts'
import { createProxy } from './proxy.ts'
import { createServer } from './server.ts'
import { BadSetting, readSettings, type Settings } from './settings.ts'
import { onlyFor, readSite } from './site.ts'

/** This file runs from `dist-serve`, beside `dist`. */
const root = fileURLToPath(new URL('..', import.meta.url))

type Opened = Handlers & { flush: () => Promise<void> }

const openHandlers = async ({ backend, cache }: Settings): Promise<Opened> => {
  if (backend.kind === 'proxy')
    return { api: createProxy(backend.base), control: null, flush: () => Promise.resolve() }
  const folder = cache === null ? join(root, '.cache') : resolve(cache)
  const store = await diskStore(folder, { warn: (sentence) => console.warn(sentence) })
  const { fetch, flush } = createSandbox({ store, docsAsset })
  return { api: fetch, control: fetch, flush }
}

const start = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const site = await readSite(join(root, 'dist'), settings.backend)
  const { flush, ...handlers } = await openHandlers(settings)
  const server = await listen(
    createServer({ site, ...handlers, api: onlyFor(settings.backend, handlers.api) }),
    settings,
  )
  for (const line of banner(settings)) console.log(line)

  const stop = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await flush()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

try {
  await start()
} catch (error) {
  if (!(error instanceof BadSetting)) throw error
  console.error(error.message)
  process.exit(1)
}

import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { diskStore } from '#sandbox/disk.ts'
import { createSandbox } from '#sandbox/sandbox.ts'

import { banner, warnings } from './banner.ts'
import { docsAsset } from './docs-asset.ts'
import type { Fetch, Handlers } from './handlers.ts'
import { listen } from './listen.ts'
import { createServer } from './server.ts'
import { BadSetting, makeCache, readSettings, type Settings, unknownSettings } from './settings.ts'
import { onlyFor, readSite } from './site.ts'

/** This file runs from `dist-serve`, beside `dist`. */
const root = fileURLToPath(new URL('..', import.meta.url))

type Opened = Handlers & { close: () => Promise<void> }

const openHandlers = async ({ backend, cache, through }: Settings): Promise<Opened> => {
  if (backend.kind === 'proxy') {
    // Only here: a server of the sandbox has no use for it.
    const { openProxy } = await import('./proxy.ts')
    const log = (line: string) => console.warn(`${new Date().toISOString()} ${line}`)
    return { api: openProxy(backend.base, through, log), control: null, close: () => Promise.resolve() }
  }
  const folder = cache === null ? join(root, '.cache') : resolve(cache)
  const store = await diskStore(folder, { warn: (sentence) => console.warn(sentence) })
  const { fetch, flush } = createSandbox({ store, docsAsset })
  return { api: fetch, control: fetch, close: () => flush().then(store.close) }
}

const start = async (): Promise<void> => {
  const settings = readSettings(process.env)
  makeCache(settings)
  const site = await readSite(join(root, 'dist'), settings.backend)
  let open: (fetch: Fetch) => void = () => undefined
  const opened = new Promise<Fetch>((resolve) => {
    open = resolve
  })
  // First the port: where it is taken, the worlds are none of our business.
  const server = await listen(async (request) => (await opened)(request), settings)
  const { close, ...handlers } = await openHandlers(settings)
  open(createServer({ site, ...handlers, api: onlyFor(settings.backend, handlers.api) }))
  for (const line of banner(settings)) console.log(line)
  for (const line of warnings(settings)) console.warn(line)
  for (const name of unknownSettings(process.env)) console.warn(`${name} is no setting, and is passed over.`)

  const stop = async (): Promise<void> => {
    server.close()
    await close()
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

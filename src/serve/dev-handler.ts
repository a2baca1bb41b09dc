import { diskStore } from '#sandbox/disk.ts'
import { createSandbox } from '#sandbox/sandbox.ts'

import { docsAsset } from './docs-asset.ts'
import type { Fetch } from './handlers.ts'

let opened: Promise<Fetch> | null = null

/** The sandbox of the dev server. Vite makes this module anew when the sandbox's source changes; the worlds are on disk. */
export const openHandler = (cache: string, warn: (sentence: string) => void): Promise<Fetch> => {
  opened ??= diskStore(cache, { warn }).then((store) => createSandbox({ store, docsAsset }).fetch)
  return opened
}

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import type { Plugin } from 'vite'

const worthwhile = /\.(?:js|css|html|svg|json|webmanifest|txt)$/
const leastBytes = 1024

const compressFile = async (path: string): Promise<void> => {
  const source = await readFile(path)
  if (source.byteLength < leastBytes) return
  await Promise.all([
    writeFile(`${path}.br`, brotliCompressSync(source)),
    writeFile(`${path}.gz`, gzipSync(source, { level: 9 })),
  ])
}

/** Leaves a `.br` and a `.gz` beside every text file of the built app, so that a server compresses nothing at run time. */
export const compress = (): Plugin => ({
  name: 'hatteras-compress',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  writeBundle: {
    order: 'post',
    sequential: true,
    handler: async ({ dir }) => {
      if (dir === undefined) return
      const names = await readdir(dir, { recursive: true })
      await Promise.all(
        names.filter((name) => worthwhile.test(name)).map((name) => compressFile(join(dir, name))),
      )
    },
  },
})

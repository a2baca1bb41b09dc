import { createHash } from 'node:crypto'
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Plugin } from 'vite'
import * as z from 'zod/mini'

/** Where the build puts the licences of the packages that are in it. */
export const licencesFile = 'licenses.txt'

/** What is in the app and no module of it, so that the bundler does not see it. */
const besides: readonly (readonly [name: string, file: string])[] = [
  ['Hatteras (MIT)', 'LICENSE'],
  ['Inter, the typeface (OFL-1.1)', 'src/ui/fonts/OFL.txt'],
  ['tailwindcss, its base styles (MIT)', 'node_modules/tailwindcss/LICENSE'],
]

/** A name for what was built, the same for the same files wherever and whenever they were built: it is made of their bytes. */
const buildOf = async (folder: string): Promise<string> => {
  const hash = createHash('sha256')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.toSorted()) hash.update(await readFile(path))
  return hash.digest('hex').slice(0, 12)
}

const packageJson = z.object({ name: z.string(), version: z.string() })

/**
 * Leaves `version.json` beside the app, for checks of its health and to tell one build from another, and adds to the licences what is no
 * module.
 */
export const release = (): Plugin => {
  let root = '.'
  const read = (file: string) => readFile(join(root, file), 'utf8')
  return {
    name: 'hatteras-release',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    configResolved: (config) => {
      root = config.root
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: async ({ dir }) => {
        if (dir === undefined) return
        for (const [name, file] of besides) {
          const text = await read(file)
          await appendFile(join(dir, licencesFile), `\n## ${name}\n\n${text.trim()}\n`)
        }
        const { name, version } = z.parse(packageJson, JSON.parse(await read('package.json')))
        const about = { name, version, build: await buildOf(dir) }
        await writeFile(join(dir, 'version.json'), `${JSON.stringify(about)}\n`)
      },
    },
  }
}

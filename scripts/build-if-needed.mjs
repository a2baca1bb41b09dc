import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { onFiles } from './files.mjs'
import { alone } from './lock.mjs'
import { runNode } from './run.mjs'

const folders = ['src', 'public']
const files = [
  'index.html',
  'package-lock.json',
  'package.json',
  'tailwind.config.ts',
  'tsconfig.json',
  'vite.config.ts',
]

const stamp = 'dist-serve/.built-from'
const vite = 'node_modules/vite/bin/vite.js'

const isSource = (name) => !/\.(?:test\.tsx?|md)$/.test(name)

const sources = () => {
  const inFolders = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isSource(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
  return [...files, ...inFolders].filter((file) => existsSync(file)).sort((a, b) => (a < b ? -1 : 1))
}

const hashOf = (paths) => {
  const hash = createHash('sha256')
  for (const file of paths) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/** The two halves as they were made together: one that Vite made anew by itself does not match. */
const made = ['dist/index.html', 'dist-serve/main.js']

const isBuilt = () =>
  [...made, stamp].every((file) => existsSync(file)) &&
  readFileSync(stamp, 'utf8') === `${hashOf(sources())} ${hashOf(made)}`

const buildNow = async () => {
  if (!existsSync(vite)) {
    console.error('The packages are not installed: run npm ci first.')
    return 1
  }
  const from = hashOf(sources())
  // Before anything is made, so that a build that is cut off leaves nothing that looks whole.
  rmSync(stamp, { force: true })
  const app = await runNode(vite, ['build'])
  if (app !== 0) return app
  const server = await runNode(vite, ['build', '--ssr', 'src/serve/main.ts', '--outDir', 'dist-serve'])
  if (server !== 0) return server
  mkdirSync('dist-serve', { recursive: true })
  writeFileSync(stamp, `${from} ${hashOf(made)}`)
  return 0
}

/** Builds the app and its server, and notes from what. Returns the exit code. */
export const build = () => onFiles(() => alone(buildNow))

/** Builds the app and its server where they are missing or older than their sources. Ends the process when that fails. */
export const buildIfNeeded = async () => {
  const code = await onFiles(() => {
    if (isBuilt()) return 0
    return alone(() => {
      if (isBuilt()) return 0
      console.log('Building…')
      return buildNow()
    })
  })
  if (code === 0) return
  console.error('The build failed: what it says is above. Nothing was started.')
  process.exit(1)
}

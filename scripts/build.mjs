import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { run } from './run.mjs'

const folders = ['src', 'public']
const files = [
  'index.html',
  'package-lock.json',
  'package.json',
  'tailwind.config.ts',
  'tsconfig.json',
  'vite.config.ts',
]

// It lies in what the build empties first, so a build by any other way removes it.
const stamp = 'dist-serve/.built-from'

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

const sourceHash = () => {
  const hash = createHash('sha256')
  for (const file of sources()) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds the app and its server, and notes from what. Returns the exit code. */
export const build = async () => {
  const wanted = sourceHash()
  const code = await run('npm', ['run', '--silent', 'build'])
  if (code === 0) writeFileSync(stamp, wanted)
  return code
}

/** Builds the app and its server where they are missing or older than their sources. Ends the process when that fails. */
export const buildIfNeeded = async () => {
  const isBuilt = existsSync('dist/index.html') && existsSync('dist-serve/main.js') && existsSync(stamp)
  if (isBuilt && readFileSync(stamp, 'utf8') === sourceHash()) return
  console.log('Building…')
  if ((await build()) === 0) return
  console.error('The build failed; what it says is above. Nothing was started.')
  process.exit(1)
}

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

import { onFiles } from './files.mjs'
import { alone } from './lock.mjs'
import { notStarted, runNpm } from './run.mjs'

const stamp = 'node_modules/.cache/hatteras/installed'

const textOf = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const readJson = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Which native packages this machine needs, in the words of a lock file. */
const machine = () => {
  const { platform: os, arch: cpu } = process
  if (os !== 'linux') return { os, cpu, libc: null }
  process.report.excludeNetwork = true
  const { glibcVersionRuntime } = process.report.getReport().header
  return { os, cpu, libc: glibcVersionRuntime === undefined ? 'musl' : 'glibc' }
}

const isMeantFor = ({ os, cpu, libc }, here) =>
  (os === undefined || os.includes(here.os)) &&
  (cpu === undefined || cpu.includes(here.cpu)) &&
  (libc === undefined || here.libc === null || libc.includes(here.libc))

/** Optional packages that name no system are needed by a fallback only. */
const isNeeded = (entry, here) =>
  entry.optional === true ? entry.os !== undefined && isMeantFor(entry, here) : entry.link !== true

/**
 * Whether what npm says it has installed (`node_modules/.package-lock.json`, which it writes last) is everything that the lock file
 * wants for this machine: an old Node, another system or NODE_ENV=production leave packages out.
 */
export const isComplete = (lock, installed, here) =>
  Object.entries(lock?.packages ?? {})
    .filter(([path, entry]) => path !== '' && isNeeded(entry, here))
    .every(([path, { version }]) => installed?.packages?.[path]?.version === version)

const lockText = () => textOf('package-lock.json')
const installedText = () => textOf('node_modules/.package-lock.json')

/** What an installation by this script was made of. It counts where a package is missing that npm itself does without. */
const fingerprint = () => {
  const [major] = process.versions.node.split('.')
  const parts = [lockText(), installedText(), major, process.platform, process.arch]
  return createHash('sha256').update(parts.join('\0')).digest('hex')
}

const isInstalled = () => {
  const installed = readJson(installedText())
  if (installed === null) return false
  return isComplete(readJson(lockText()), installed, machine()) || textOf(stamp) === fingerprint()
}

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const install = async () => {
  if (isInstalled()) return
  console.log('Installing packages…')
  // Whatever NODE_ENV and npm's own settings say: the build needs all of them.
  const kinds = ['--include=dev', '--include=optional', '--include=peer']
  const code = await runNpm(['ci', ...kinds, '--no-audit', '--no-fund', '--loglevel=error'])
  if (code === notStarted)
    fail('npm, which comes with Node, could not be found: put it on the PATH and run this again.')
  if (code !== 0)
    fail('The packages could not be installed: npm says why above. Run this again when that is mended.')
  mkdirSync('node_modules/.cache/hatteras', { recursive: true })
  writeFileSync(stamp, fingerprint())
}

/** Installs the locked packages where they are missing, incomplete or of another lock file. Ends the process when that fails. */
export const installIfNeeded = async () => {
  if (!isInstalled()) await onFiles(() => alone(install))
}

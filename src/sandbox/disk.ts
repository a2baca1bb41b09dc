import { chmod, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Lock, takeLock } from './lock.ts'
import { memoryStore, type WorldStore } from './worlds.ts'

const keepDays = 30
const keepWorlds = 200

/** Worlds hold the passwords of their machines: nobody else on this computer reads them. */
const ownFile = 0o600
const ownFolder = 0o700

/** Removes worlds that nobody has opened for a month, and the oldest beyond the newest two hundred: tests leave many behind. */
const prune = async (folder: string, now: number): Promise<void> => {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => ({ name, used: (await stat(join(folder, name))).mtimeMs })),
  )
  const oldest = now - keepDays * 86_400_000
  const stale = files
    .toSorted((a, b) => b.used - a.used)
    .filter(({ used }, index) => index >= keepWorlds || used < oldest)
  await Promise.all(stale.map(({ name }) => rm(join(folder, name), { force: true })))
}

/** Takes what others may from worlds that an earlier version left readable. */
const hide = async (folder: string): Promise<void> => {
  await chmod(folder, ownFolder)
  const names = await readdir(folder)
  await Promise.all(names.map((name) => chmod(join(folder, name), ownFile).catch(() => undefined)))
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

export interface DiskStore extends WorldStore {
  /** Lets another server have the folder. */
  close: () => Promise<void>
}

interface DiskOptions {
  now?: () => number
  /** Takes a sentence for the person who started the server. */
  warn: (sentence: string) => void
  /** How long to wait for another server that is about to end, in ms. */
  patienceMs?: number
}

const worldsIn = (folder: string, now: () => number, warn: (sentence: string) => void): WorldStore => {
  const file = (id: string): string => join(folder, `${id}.json`)
  let warned = false
  const giveUp = (error: unknown): void => {
    if (warned) return
    warned = true
    warn(`The sandbox cannot keep its worlds in ${folder}: ${String(error)}`)
  }
  return {
    read: async (id) => {
      try {
        const text = await readFile(file(id), 'utf8')
        const seconds = now() / 1000
        // It only tells how long ago the world was used.
        await utimes(file(id), seconds, seconds).catch(() => undefined)
        return text
      } catch (error) {
        if (isMissing(error)) return null
        throw new Error(`The world of this key could not be read: ${String(error)}`, { cause: error })
      }
    },
    write: async (id, text) => {
      const draft = `${file(id)}.${process.pid}.tmp`
      try {
        await writeFile(draft, text, { mode: ownFile })
        await rename(draft, file(id))
      } catch (error) {
        giveUp(error)
      }
    },
    setAside: async (id) => {
      const aside = `${file(id)}.damaged-${now()}`
      try {
        await rename(file(id), aside)
        warn(`A world of the sandbox could not be read. It was set aside as ${aside}, and a new one begins.`)
      } catch (error) {
        giveUp(error)
      }
    },
  }
}

/**
 * Worlds as files below `<cache>/sandbox/worlds`. A write goes to a file of its own and is renamed over the old one, so that a
 * crash leaves the old world or the new one, never half of each. Without a folder of its own that it can write to, the sandbox still
 * works; it only forgets, and `warn` says so once.
 */
export const diskStore = async (
  cache: string,
  { now = Date.now, warn, patienceMs }: DiskOptions,
): Promise<DiskStore> => {
  const folder = join(cache, 'sandbox', 'worlds')
  const forgetful = (why: string): DiskStore => {
    warn(`${why} What you do in the sandbox is forgotten when this server ends.`)
    return { ...memoryStore(), close: () => Promise.resolve() }
  }
  let lock: Lock
  try {
    await mkdir(cache, { recursive: true })
    await mkdir(folder, { recursive: true, mode: ownFolder })
    lock = await takeLock(`${folder}.lock`, patienceMs === undefined ? {} : { patienceMs })
    if ('heldBy' in lock)
      return forgetful(
        `Another server (process ${lock.heldBy}) keeps its worlds in ${folder}. End it, or set HATTERAS_CACHE to another folder.`,
      )
    await hide(folder)
    await prune(folder, now())
  } catch (error) {
    return forgetful(`The sandbox cannot keep its worlds in ${folder}: ${String(error)}.`)
  }
  return { ...worldsIn(folder, now, warn), close: lock.release }
}

import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { WorldStore } from './worlds.ts'

const keepDays = 30
const keepWorlds = 200

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

/**
 * Worlds as files below `<cache>/sandbox/worlds`. A write goes to a file of its own and is renamed over the old one, so that a
 * crash leaves the old world or the new one, never half of each. Without a writable folder the sandbox still works; it only
 * forgets, and `warn` says so once.
 */
export const diskStore = async (
  cache: string,
  { now = Date.now, warn }: { now?: () => number; warn: (sentence: string) => void },
): Promise<WorldStore> => {
  const folder = join(cache, 'sandbox', 'worlds')
  const file = (id: string): string => join(folder, `${id}.json`)
  let warned = false
  const giveUp = (error: unknown): void => {
    if (warned) return
    warned = true
    warn(`The sandbox cannot keep its worlds in ${folder}: ${String(error)}`)
  }
  try {
    await mkdir(folder, { recursive: true })
    await prune(folder, now())
  } catch (error) {
    giveUp(error)
  }
  return {
    read: async (id) => {
      try {
        const text = await readFile(file(id), 'utf8')
        const seconds = now() / 1000
        await utimes(file(id), seconds, seconds)
        return text
      } catch {
        return null
      }
    },
    write: async (id, text) => {
      const draft = `${file(id)}.${process.pid}.tmp`
      try {
        await writeFile(draft, text)
        await rename(draft, file(id))
      } catch (error) {
        giveUp(error)
      }
    },
    setAside: async (id) => {
      try {
        await rename(file(id), `${file(id)}.damaged-${now()}`)
      } catch (error) {
        giveUp(error)
      }
    },
  }
}

import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'

/** A folder that this process alone writes to, or the process that does. */
export type Lock = { release: () => Promise<void> } | { heldBy: number }

interface LockOptions {
  /** How long to wait for another process that is about to end, in ms. */
  patienceMs?: number
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** EPERM: it is there, and another user's. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** The process that holds the lock now; null where none does: it has ended, or the machine was started anew since. */
const holder = async (file: string): Promise<number | null> => {
  try {
    const pid = Number(await readFile(file, 'utf8'))
    const { mtimeMs } = await stat(file)
    const isOld = mtimeMs < Date.now() - uptime() * 1000
    return Number.isInteger(pid) && pid > 0 && !isOld && isAlive(pid) ? pid : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** Takes the lock `file`, which holds the process id of whoever has it. Rejects where it cannot be written. */
export const takeLock = async (file: string, { patienceMs = 1500 }: LockOptions = {}): Promise<Lock> => {
  const release = async (): Promise<void> => {
    if ((await holder(file)) === process.pid) await rm(file, { force: true })
  }
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      await writeFile(file, `${process.pid}`, { flag: 'wx', mode: 0o600 })
      return { release }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const pid = await holder(file)
    if (pid === process.pid) return { release }
    if (pid === null) {
      // Renamed and not removed: of two that find it abandoned, one alone can.
      const stale = `${file}.${process.pid}`
      await rename(file, stale).then(
        () => rm(stale, { force: true }),
        () => undefined,
      )
    } else if (Date.now() >= until) return { heldBy: pid }
    else await wait(100)
  }
}

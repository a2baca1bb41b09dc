// One at a time: two scripts that installed or built in one folder would delete each other's files.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { stopAll } from './run.mjs'

const path = '.cache/setup.lock'

const beat = 500
/** A holder that has not touched its lock for so long is gone: it was killed, or the machine was switched off. */
const patience = 10_000

/** Takes the lock, unless somebody has it. */
const take = (file, token) => {
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, token, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** What tells one touch of the lock from the next; null once it has been released. */
const look = (file) => {
  try {
    return `${readFileSync(file, 'utf8')} ${statSync(file).mtimeMs}`
  } catch {
    return null
  }
}

/** Removes the lock of a holder that is gone. Of two that do so at once, only one finds the file that it saw. */
const breakLock = (file, seen) => {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch (error) {
    // No waiting will mend it.
    if (error.code === 'EACCES' || error.code === 'EROFS') throw error
    return
  }
  if (look(aside) === seen) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

const waitFor = async (file, token, wait) => {
  let seen = null
  let since = 0
  while (!take(file, token)) {
    const now = look(file)
    if (now !== seen) [seen, since] = [now, performance.now()]
    else if (now !== null && performance.now() - since > wait) breakLock(file, now)
    await sleep(Math.min(beat, wait / 4))
  }
}

/** Takes the lock, waiting for its holder if need be; returns the function that releases it. Its waiting is measured in milliseconds. */
export const acquire = async (file, { wait = patience, onWait = () => {} } = {}) => {
  const token = randomUUID()
  if (!take(file, token)) {
    onWait()
    await waitFor(file, token, wait)
  }
  const touch = setInterval(
    () => {
      try {
        utimesSync(file, new Date(), new Date())
      } catch {
        // Somebody removed it by hand; there is nothing to hold any more.
      }
    },
    Math.min(beat, wait / 4),
  )
  return () => {
    clearInterval(touch)
    if (look(file)?.startsWith(token) === true) rmSync(file, { force: true })
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Does `work` while no other script of this folder installs or builds. A signal is passed on to what runs, and the process ends when
 * that has ended, so that nothing goes on writing without the lock.
 */
export const alone = async (work) => {
  const release = await acquire(path, {
    onWait: () => console.log('Another command is installing or building here: waiting until it is done.'),
  })
  process.on('exit', release)
  const stop = (signal) => {
    console.log('Stopping…')
    if (!stopAll(signal)) process.exit(1)
  }
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work()
  } finally {
    for (const signal of signals) process.off(signal, stop)
    process.off('exit', release)
    release()
  }
}

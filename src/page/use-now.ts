import { useSyncExternalStore } from 'react'

import { SECOND } from '#lib/time.ts'

const tick = (every: number) => (listener: () => void) => {
  const timer = setInterval(listener, every)
  return () => {
    clearInterval(timer)
  }
}
const ticks = new Map<number, ReturnType<typeof tick>>()
const subscribeTo = (every: number) => {
  const known = ticks.get(every) ?? tick(every)
  ticks.set(every, known)
  return known
}

/** What `read` returns, looked at again every so many milliseconds. It returns the same object as long as nothing changed. */
export const useEvery = <T>(every: number, read: () => T): T => useSyncExternalStore(subscribeTo(every), read)

/** The time in milliseconds since the epoch, rounded down to `every` milliseconds: a label that tells time repaints no more often. */
export const useNow = (every: number = SECOND): number =>
  useEvery(every, () => Math.floor(Date.now() / every) * every)

let zone = 0
const readZone = (): number => {
  if (document.querySelector('dialog[open], :focus:is(input, textarea)') === null)
    zone = new Date().getTimezoneOffset()
  return zone
}

/** What changes with the time zone of the reader; it stays as it is while a dialog is open or something is typed. */
export const useTimeZone = (): number => useEvery(5 * SECOND, readZone)

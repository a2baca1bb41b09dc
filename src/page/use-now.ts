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

/** The time in milliseconds since the epoch, rounded down to `every` milliseconds: a label that tells time repaints no more often. */
export const useNow = (every: number = SECOND): number =>
  useSyncExternalStore(subscribeTo(every), () => Math.floor(Date.now() / every) * every)

import { useEffect, useSyncExternalStore } from 'react'
import * as z from 'zod/mini'

import { createEmitter } from '#lib/emitter.ts'

import { createStored, inMemory } from './stored-value.ts'

/** So many accounts are remembered as forgotten, by names that tell nothing of them. */
const mostForgotten = 100

/** Which accounts were forgotten, and when, in milliseconds since the epoch: tabs that are open, or come back, clear away their own part. */
const forgottenList = createStored({
  name: 'forgotten',
  schema: z.array(z.object({ id: z.string(), at: z.number() })),
  fallback: [],
})

/** Tells which account this page has to drop from its memory. */
export const forgottenHere = createEmitter<string>()
forgottenHere.listen((connectionId) => {
  for (const values of inMemory) values.delete(connectionId)
})

/** What this page knows of already, so that nothing is dropped that began after it. */
const heard = new Map(forgottenList.read().map(({ id, at }) => [id, at]))

/** When the account was forgotten last; -1 for never. */
export const forgottenAt = (connectionId: string, list = forgottenList.read()): number =>
  list.find(({ id }) => id === connectionId)?.at ?? -1

/** Tells of an account whether it was forgotten, in this tab or another, since a certain time. */
export type IsForgotten = (connectionId: string) => boolean

/** Of each account, whether it is forgotten from now on: whoever was there before has nothing more to write of it. */
export const watchForgetting = (): IsForgotten => {
  const before = forgottenList.read()
  return (connectionId) => forgottenAt(connectionId) > forgottenAt(connectionId, before)
}

/** A time for what is written now: later than a forgetting, also where the clock was ahead at that. */
export const writtenNow = (connectionId: string): number =>
  Math.max(Date.now(), forgottenAt(connectionId) + 1)

/** Tells all tabs of this browser that an account was forgotten. */
export const noteForgotten = (connectionId: string): void => {
  const others = forgottenList.read().filter(({ id }) => id !== connectionId)
  const at = writtenNow(connectionId)
  forgottenList.write([...others.slice(1 - mostForgotten), { id: connectionId, at }])
  heard.set(connectionId, at)
  forgottenHere.emit(connectionId)
}

const stampSchema = z.object({ connectionId: z.optional(z.string()), at: z.optional(z.number()) })

/** Whose a text of a tab's store is, and when it was written (0 where it does not say); null where it is no account's. */
const stampOf = (name: string, text: string): { id: string; at: number } | null => {
  try {
    const { connectionId, at = 0 } = z.parse(stampSchema, JSON.parse(text))
    const id = connectionId ?? /^hatteras:operations:(.+)$/.exec(name)?.[1]
    return id === undefined ? null : { id, at }
  } catch {
    return null
  }
}

/** Drops what this tab has stored of accounts that were forgotten since. What was begun after that, with the key entered anew, stays. */
const clearForgotten = (): void => {
  try {
    const store = globalThis.sessionStorage
    for (const name of Object.keys(store)) {
      if (!name.startsWith('hatteras:')) continue
      const stamp = stampOf(name, store.getItem(name) ?? '')
      if (stamp !== null && stamp.at <= forgottenAt(stamp.id)) store.removeItem(name)
    }
  } catch {
    // Storage is blocked: there is nothing in it.
  }
}

/** What else this page knows of them goes as well, once for each time. */
const clearMemory = (): void => {
  for (const { id, at } of forgottenList.read()) {
    if (heard.get(id) === at) continue
    heard.set(id, at)
    forgottenHere.emit(id)
  }
}

let lastIsForgotten = () => false

/**
 * Whether the account that this page showed last is forgotten: then the address that it was at, with names in it, is gone too. Another tab's
 * note of that may come later than the sign-out.
 */
export const useIsLastForgotten = (): boolean =>
  useSyncExternalStore(forgottenList.subscribe, () => lastIsForgotten())

const noteShown = (connectionId: string): void => {
  const isForgotten = watchForgetting()
  lastIsForgotten = () => isForgotten(connectionId)
}

/**
 * Forgets in this tab what was forgotten in another: at once, or, where it was asleep or away, when it comes back. `shown` is the
 * account that the page shows.
 */
export const useForgetting = (shown?: string): void => {
  useEffect(() => {
    if (shown !== undefined) noteShown(shown)
  }, [shown])
  useEffect(() => {
    const clear = () => {
      clearForgotten()
      clearMemory()
    }
    clear()
    const events = ['storage', 'visibilitychange', 'pageshow']
    for (const event of events) globalThis.addEventListener(event, clear, true)
    return () => {
      for (const event of events) globalThis.removeEventListener(event, clear, true)
      clear()
    }
  }, [])
}

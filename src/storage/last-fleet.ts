import * as z from 'zod/mini'

import { noStore, openStore } from '#lib/text-store.ts'

import { databaseProblem, hasDatabases } from './database.ts'
import { createStored, createStoredByAccount } from './stored-value.ts'

/** About as many rows as a screen has. */
export const mostLastRows = 25

const word = z.string().check(z.maxLength(300))

/** `public/first-paint.js` draws it before any of this is there, and reads it by hand: a part that changes its meaning gets another name. */
const fleetSchema = z.object({
  isCompact: z.boolean(),
  /** The line of totals. */
  prefix: word,
  hourly: word,
  monthly: word,
  columns: z
    .array(z.object({ key: word, label: word, isEnd: z.boolean(), className: word }))
    .check(z.maxLength(30)),
  rows: z
    .array(
      z.object({
        /** What may be cut, and the end that stays. */
        nameStart: word,
        nameEnd: word,
        note: word,
        kind: word,
        state: word,
        vcpu: word,
        ram: word,
        disk: word,
        prefix: word,
        cost: word,
      }),
    )
    .check(z.maxLength(mostLastRows)),
})
export type LastFleet = z.output<typeof fleetSchema>

const kind = { name: 'last-fleet', schema: z.nullable(fleetSchema), fallback: null }

/** When all was forgotten last, in milliseconds since the epoch: in the store of the device, and in those of the tabs that know of it. */
const forgottenKind = { name: 'fleets-forgotten', schema: z.nullable(z.number()), fallback: null }

const tabStore = openStore(() => globalThis.sessionStorage, noStore)

/** Where a key is stored: the rows stay exactly as long. */
const stores = {
  device: createStoredByAccount(kind),
  tab: createStoredByAccount({ ...kind, store: tabStore }),
}

/** Where there is no database, Settings has nothing to forget, and says that nothing outlasts the page. */
const isBlocked = () => !hasDatabases() || databaseProblem() === 'unavailable'

/**
 * The first rows of an account's fleet as they were shown last, in words, for the time until the app is there. `place` is where the
 * account's key is stored. Not exported: they are no use elsewhere. A key that goes takes them along (see session/connections.ts).
 */
export const writeLastFleet = (connectionId: string, place: string | undefined, rows: LastFleet | null) => {
  for (const [name, store] of Object.entries(stores))
    store.of(connectionId).write(name === place && !isBlocked() ? rows : null)
}

/** Whether rows of that account are stored. */
export const hasLastFleet = (connectionId: string): boolean =>
  Object.values(stores).some((store) => store.of(connectionId).read() !== null)

/** What is stored of all accounts, on this device and in this tab. */
const stored = (): [store: Storage, name: string][] => {
  try {
    return [localStorage, sessionStorage].flatMap((store) =>
      Object.keys(store)
        .filter((name) => name.startsWith(`hatteras:${kind.name}:`))
        .map((name): [Storage, string] => [store, name]),
    )
  } catch {
    // Storage is blocked: there is nothing in it.
    return []
  }
}

/** Forgets the rows of all accounts. The other tabs find the new time, and forget theirs (see session/connections.ts). */
export const forgetLastFleets = (): void => {
  for (const [store, name] of stored()) store.removeItem(name)
  const at = Date.now()
  createStored(forgottenKind).write(at)
  createStored({ ...forgottenKind, store: tabStore }).write(at)
}

/** How much they take. */
export const lastFleetBytes = (): number =>
  stored().reduce((sum, [store, name]) => sum + (store.getItem(name)?.length ?? 0), 0)

import * as z from 'zod/mini'

import { createStoredByAccount } from './stored-value.ts'

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
        name: word,
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

/**
 * The first rows of each account's fleet as they were shown last, in words, for the time until the app is there. Not exported: they are
 * no use elsewhere. A key that goes takes them along (see app/app.tsx).
 */
export const lastFleet = createStoredByAccount({
  name: 'last-fleet',
  schema: z.nullable(fleetSchema),
  fallback: null,
})

const namesOf = (store: Storage): string[] =>
  Object.keys(store).filter((name) => name.startsWith(`hatteras:${lastFleet.name}:`))

/** Forgets the rows of all accounts. */
export const forgetLastFleets = (): void => {
  try {
    for (const name of namesOf(localStorage)) localStorage.removeItem(name)
  } catch {
    // Storage is blocked: there is nothing in it.
  }
}

/** How much they take. */
export const lastFleetBytes = (): number => {
  try {
    return namesOf(localStorage).reduce((sum, name) => sum + (localStorage.getItem(name)?.length ?? 0), 0)
  } catch {
    return 0
  }
}

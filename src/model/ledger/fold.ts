import { DAY, HOUR } from '#lib/time.ts'

import { dayBorders, dayStart } from './days.ts'
import { isNothing } from './tally.ts'
import { ledgerTotals } from './totals.ts'
import { lastSeen, type Ledger, type LedgerEntry, type LedgerInstance } from './ledger.ts'

/** How much is kept in full, and for how long: days of entries, entries and watches. */
export interface LedgerLimits {
  days: number
  entries: number
  watches: number
}

export const ledgerLimits: LedgerLimits = { days: 400, entries: 50_000, watches: 20_000 }

/** The entries that still say something of the time from `to` on: the one that holds then, and all later ones. */
const later = (entries: readonly LedgerEntry[], to: number): readonly LedgerEntry[] => {
  const holds = entries.findLastIndex(({ at }) => at <= to)
  const isGone = holds === entries.length - 1 && entries[holds]?.facts === null
  return isGone ? [] : entries.slice(Math.max(0, holds))
}

/**
 * The ledger with all before `to`, a local midnight, folded into one tally a day. What a day came to, and how well it was seen, stays
 * exact; by instance it is no longer known. Nothing of the last hour seen is folded: it may still change. Days beyond `daysToKeep` are let go.
 */
export const foldLedger = (ledger: Ledger, to: number, daysToKeep: number): Ledger => {
  const settled = (lastSeen(ledger) ?? to) - HOUR
  if (to <= ledger.foldedTo || to > settled) return ledger
  const oldest = dayStart(to - daysToKeep * DAY)
  const start = Math.max(oldest, ledger.foldedTo)
  const folded = ledgerTotals(ledger, dayBorders(start, to)).byDay.filter(
    ({ tally }) => tally.observedMs + tally.presumedMs > 0 || !isNothing(tally),
  )
  const instances = new Map<string, LedgerInstance>()
  for (const [uuid, known] of ledger.instances) {
    const entries = later(known.entries, to)
    if (entries.length > 0) instances.set(uuid, { ...known, entries })
  }
  const present = ledger.watches.findLastIndex(({ from }) => from <= to)
  return {
    watches: ledger.watches.slice(Math.max(0, present)),
    instances,
    days: [...ledger.days, ...folded].filter(({ from }) => from >= oldest),
    foldedTo: to,
  }
}

const isWithin = ({ instances, watches }: Ledger, limits: LedgerLimits): boolean => {
  let entries = 0
  for (const known of instances.values()) entries += known.entries.length
  return entries <= limits.entries && watches.length <= limits.watches
}

/** Whether the account was seen on two days after `time`: one visit alone may be by a clock that is ahead. */
const isWellAfter = ({ watches }: Ledger, time: number): boolean => {
  const first = watches.find(({ from }) => from > time)
  return first !== undefined && (watches.at(-1)?.to ?? 0) - first.from >= DAY
}

/**
 * The ledger within its bounds: entries of the last 400 days, and of fewer where there are very many; never less than today's, and
 * one entry for each instance that lives. The same object where nothing has to go.
 */
export const boundedLedger = (ledger: Ledger, now: number, limits: LedgerLimits = ledgerLimits): Ledger => {
  const oldest = ledger.watches[0]?.from ?? now
  const limit = dayStart(now - limits.days * DAY)
  const isOld = oldest < dayStart(now - (limits.days + 1) * DAY) && isWellAfter(ledger, limit)
  if (!isOld && isWithin(ledger, limits)) return ledger
  let folded = ledger
  for (const days of [limits.days, 200, 100, 50, 25, 12, 6, 3, 1, 0]) {
    folded = foldLedger(folded, dayStart(now - days * DAY), limits.days)
    if (isWithin(folded, limits)) break
  }
  return folded
}

import { DAY } from '#lib/time.ts'

import type { Ledger, LedgerInstance } from './ledger.ts'

/**
 * The ledger as it can have come about by `now`. What lies after was written while the clock was ahead, and is let go: up to a
 * day of watching. Where more lies ahead, it is the clock of now that is wrong: the ledger stays as it is, and takes nothing
 * (see `observe`) until the clock has caught up.
 */
export const withoutFuture = (ledger: Ledger, now: number): Ledger => {
  const { watches } = ledger
  if ((watches.at(-1)?.to ?? now) <= now) return ledger
  let ahead = 0
  for (const { from, to } of watches) ahead += Math.max(0, to - Math.max(from, now))
  if (ahead > DAY || ledger.foldedTo > now) return ledger

  const instances = new Map<string, LedgerInstance>()
  for (const [uuid, known] of ledger.instances) {
    const entries = known.entries.filter(({ at }) => at <= now)
    if (entries.length === known.entries.length) instances.set(uuid, known)
    else if (entries.length > 0) instances.set(uuid, { ...known, entries })
  }
  return {
    ...ledger,
    instances,
    watches: watches
      .filter(({ from }) => from <= now)
      .map(({ from, to }) => ({ from, to: Math.min(to, now) })),
  }
}

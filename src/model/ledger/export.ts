import type { Usd } from '#lib/money.ts'

import { coverageOf } from './coverage.ts'
import { stretchesOf } from './stretches.ts'
import { addStretch, isNothing, newCount, sumOf, tallyOf } from './tally.ts'
import type { Ledger, Tally } from './ledger.ts'

/** A line of the ledger as it is exported: one stretch of one instance at one price. */
export interface LedgerLine {
  /** Null for a folded day, of which only the sum of all instances is left. */
  uuid: string | null
  name: string
  /** ms since the epoch. */
  from: number
  to: number
  /** The estimated price of an hour, in nano-dollars; null for a folded day. */
  hourly: Usd | null
  tally: Tally
}

/** All that the ledger knows of a time, line by line, in order of time. The lines add up to its total exactly. */
export const ledgerLines = (ledger: Ledger, from: number, to: number): LedgerLine[] => {
  const covered = coverageOf(ledger.watches)
  const lines: LedgerLine[] = ledger.days
    .filter((day) => day.from >= from && day.from < to && !isNothing(day.tally))
    .map((day) => ({ uuid: null, name: '', from: day.from, to: day.to, hourly: null, tally: day.tally }))
  for (const known of ledger.instances.values())
    for (const stretch of stretchesOf(known)) {
      const start = Math.max(from, stretch.from, ledger.foldedTo)
      const end = Math.min(to, stretch.to)
      if (start >= end) continue
      const count = newCount()
      addStretch([count], stretch, covered(start, end))
      const { observedMs, presumedMs } = count
      const tally = tallyOf(count, {
        observedMs,
        presumedMs,
        unseenMs: end - start - observedMs - presumedMs,
      })
      const hourly = sumOf(stretch.now)
      lines.push({ uuid: known.uuid, name: known.name, from: start, to: end, hourly, tally })
    }
  return lines.toSorted((a, b) => a.from - b.from)
}

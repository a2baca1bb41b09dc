import { DAY } from '#lib/time.ts'
import type { Usd } from '#lib/money.ts'

import { ledgerTotals, shareSeen } from '#model/ledger/totals.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import type { CostPart } from '#model/pricing/cost.ts'

export interface SeenPattern {
  /** What an hour came to on average, estimated: nano-dollars. */
  hourly: Usd
  /** The time it is the average of: ms since the epoch. */
  from: number
  to: number
  /** The share of that time that was observed, from 0 to 1. */
  seen: number
  /** The parts whose price was not known, so that it came to more. */
  unknown: readonly CostPart[]
}

const days = 7
const least = DAY

/**
 * How much an hour cost on average over the last seven days, as far as this browser saw them: from the first sighting in that
 * time to the last. Null where those are less than a day apart, which is no pattern yet.
 */
export const seenPattern = (ledger: Ledger, now: number): SeenPattern | null => {
  const start = now - days * DAY
  const present = ledger.watches.filter(({ to }) => to >= start)
  const from = Math.max(start, present[0]?.from ?? now)
  const to = Math.min(now, present.at(-1)?.to ?? now)
  if (to - from < least) return null
  const { total } = ledgerTotals(ledger, [from, to])
  const hourly = total.estimate / BigInt(to - from)
  return { hourly, from, to, seen: shareSeen(total), unknown: total.unknown }
}

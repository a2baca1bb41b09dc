import type { Instance } from '#contract/instance.ts'
import { overTime, type Usd } from '#lib/money.ts'
import { DAY } from '#lib/time.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { ledgerTotals, shareSeen } from '#model/ledger/totals.ts'
import { shareText } from '#model/pricing/amount-text.ts'
import { type Amount, type Breakdown, type CostPart, type Total } from '#model/pricing/cost.ts'

import { priceOfAll } from './prices.ts'
import { allStopped } from './what-if.ts'

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

/** What the ledger makes of the last seven days, in nano-dollars an hour on average. */
interface Pattern {
  hourly: Usd
  /** The share of the time that was observed, 0 to 1. */
  seen: number
  /** The parts whose price was not known, so that it came to more. */
  unknown: readonly CostPart[]
}

/** What is to come, on one assumption. `toMonthEnd` is from now to the end of the calendar month. */
export interface Projection {
  key: 'unchanged' | 'stopped' | 'pattern'
  title: string
  /** What it assumes, in a sentence. */
  assumes: string
  /** Null where there is nothing to project from; `assumes` then says why. The price is null where its parts are not known. */
  figures: { hourly: Total; price: Breakdown | null; toMonthEnd: Amount } | null
}

const patternWords = (pattern: Pattern | null): string => {
  if (pattern === null)
    return 'Too little of the last seven days was seen: this browser sees only while the app is open in it.'
  const open = pattern.unknown.length > 0 ? ' Some prices in them are unknown: it comes to more.' : ''
  return `Every week goes as the last seven days did, of which this browser saw ${shareText(pattern.seen)}.${open}`
}

/**
 * The three projections of the Costs page, in its order. `monthEnd` is when the calendar month of `now` ends; both in milliseconds
 * since the epoch. An unknown rate is unknown in the projection too.
 */
export const projections = (
  instances: readonly Instance[],
  pattern: Pattern | null,
  { now, monthEnd }: { now: number; monthEnd: number },
): [Projection, Projection, Projection] => {
  const left = Math.max(0, monthEnd - now)
  const figures = (hourly: Total, price: Breakdown | null) => ({
    hourly,
    price,
    toMonthEnd: { known: overTime(hourly.known, left), unknown: hourly.unknown },
  })
  const unchanged = priceOfAll(instances)
  const stopped = allStopped(instances)
  return [
    {
      key: 'unchanged',
      title: 'As it runs now',
      assumes: 'What runs goes on running, what is stopped stays stopped, at today’s sizes and rates.',
      figures: figures(unchanged, unchanged),
    },
    {
      key: 'stopped',
      title: 'With all stopped',
      assumes: 'Everything is stopped now and stays so; its disks are kept and go on costing.',
      figures: figures(stopped, stopped),
    },
    {
      key: 'pattern',
      title: 'As in the last 7 days',
      assumes: patternWords(pattern),
      figures:
        pattern === null
          ? null
          : figures({ known: pattern.hourly, unknown: pattern.unknown, assumed: false }, null),
    },
  ]
}

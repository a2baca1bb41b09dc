import type { Usd } from '#lib/money.ts'

import { countUntil, type Coverage, coverageOf, type WatchCoverage } from './coverage.ts'
import type { Ledger, LedgerDay, Tally, UsdMs, Watch } from './ledger.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { addStretch, addTally, type Count, isNothing, newCount, tallyOf } from './tally.ts'

/** When at least one instance was unseen because of a change, in order of time and without overlap. */
const gapsOf = (stretches: readonly Stretch[]): Watch[] => {
  const sorted = stretches.filter(({ isGap }) => isGap).toSorted((a, b) => a.from - b.from)
  const joined: Watch[] = []
  for (const { from, to } of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** The pieces of these times that lie between `from` and `to`. */
const overlap = (times: readonly Watch[], from: number, to: number): Watch[] =>
  times
    .filter((time) => time.from < to && time.to > from)
    .map((time) => ({ from: Math.max(time.from, from), to: Math.min(time.to, to) }))

const usdMsInNano = 3_600_000n

/** What an exact amount of the ledger is in money: whole nano-dollars, rounded down. To be asked once, of what is shown. */
export const toUsd = (amount: UsdMs): Usd =>
  amount < 0n && amount % usdMsInNano !== 0n ? amount / usdMsInNano - 1n : amount / usdMsInNano

/** The share of a time that was observed, from 0 to 1; 0 where there is no time. */
export const shareSeen = ({ observedMs, presumedMs, unseenMs }: Coverage): number => {
  const all = observedMs + presumedMs + unseenMs
  return all === 0 ? 0 : observedMs / all
}

export interface InstanceTally {
  /** Null for what instances came to on folded days, of which only the sum is left. */
  uuid: string | null
  name: string
  tally: Tally
}

export interface LedgerTotals {
  /** The durations are the account's time, and add up to the time asked for. */
  total: Tally
  /** In the order of the borders. Days add up to the total exactly. */
  byDay: readonly LedgerDay[]
  /** Those that lived in that time; durations are of their own lives. Instances add up to the total exactly. */
  byInstance: readonly InstanceTally[]
}

type Visit = (from: number, to: number, index: number) => void

/** Calls `visit` with the piece of a time that lies in each day. */
const eachDay = (borders: readonly number[], from: number, to: number, visit: Visit): void => {
  const first = countUntil(borders.length, (index) => borders[index] ?? Infinity, from) - 1
  for (let index = Math.max(0, first); index + 1 < borders.length; index += 1) {
    const start = Math.max(from, borders[index] ?? Infinity)
    const end = Math.min(to, borders[index + 1] ?? -Infinity)
    if (start >= to) return
    if (start < end) visit(start, end, index)
  }
}

/** The account's own coverage of a day: what is unseen of one instance is unseen of the account. */
const accountCoverage = (
  day: Watch,
  covered: WatchCoverage,
  gaps: readonly Watch[],
  folded: readonly LedgerDay[],
  foldedTo: number,
): Coverage => {
  let observedMs = 0
  let presumedMs = 0
  const add = ({ observedMs: observed, presumedMs: presumed }: Coverage, sign: 1 | -1) => {
    observedMs += sign * observed
    presumedMs += sign * presumed
  }
  const from = Math.max(day.from, Math.min(foldedTo, day.to))
  add(covered(from, day.to), 1)
  for (const gap of overlap(gaps, from, day.to)) add(covered(gap.from, gap.to), -1)
  for (const { tally } of folded) add(tally, 1)
  return { observedMs, presumedMs, unseenMs: Math.max(0, day.to - day.from - observedMs - presumedMs) }
}

/** What one instance came to, added to its days as well; null where it did not live in that time. */
const countInstance = (
  stretches: readonly Stretch[],
  borders: readonly number[],
  { foldedTo }: Ledger,
  covered: WatchCoverage,
  days: readonly Count[],
): Tally | null => {
  const own = newCount()
  let lifeMs = 0
  for (const stretch of stretches)
    eachDay(borders, Math.max(stretch.from, foldedTo), stretch.to, (from, to, index) => {
      const day = days[index]
      addStretch(day === undefined ? [own] : [own, day], stretch, covered(from, to))
      lifeMs += to - from
    })
  if (lifeMs === 0) return null
  const { observedMs, presumedMs } = own
  return tallyOf(own, { observedMs, presumedMs, unseenMs: lifeMs - observedMs - presumedMs })
}

/**
 * What the time between the first and the last border came to, in all, by day (from border to border, ms since the epoch), and by
 * instance. The last border is no later than now. Low ≤ estimate ≤ high, in each figure; nothing is rounded, so that days and
 * instances add up. A folded day counts where it begins.
 */
export const ledgerTotals = (ledger: Ledger, borders: readonly number[]): LedgerTotals => {
  const covered = coverageOf(ledger.watches)
  const lives = [...ledger.instances.values()].map((known) => ({ known, stretches: stretchesOf(known) }))
  const gaps = gapsOf(lives.flatMap(({ stretches }) => stretches))
  const counts = borders.slice(1).map(newCount)

  const byInstance: InstanceTally[] = []
  for (const { known, stretches } of lives) {
    const tally = countInstance(stretches, borders, ledger, covered, counts)
    if (tally !== null) byInstance.push({ uuid: known.uuid, name: known.name, tally })
  }

  const inAll = newCount()
  const inFolded = newCount()
  const time = { observedMs: 0, presumedMs: 0, unseenMs: 0 }
  const byDay = counts.map((count, index) => {
    const from = borders[index] ?? 0
    const to = borders[index + 1] ?? from
    const folded = ledger.days.filter((day) => day.from >= from && day.from < to)
    for (const { tally } of folded) {
      addTally(count, tally)
      addTally(inFolded, tally)
    }
    const own = accountCoverage({ from, to }, covered, gaps, folded, ledger.foldedTo)
    const tally = tallyOf(count, own)
    addTally(inAll, tally)
    time.observedMs += own.observedMs
    time.presumedMs += own.presumedMs
    time.unseenMs += own.unseenMs
    return { from, to, tally }
  })
  const earlier = tallyOf(inFolded, { observedMs: 0, presumedMs: 0, unseenMs: 0 })
  if (!isNothing(earlier)) byInstance.push({ uuid: null, name: '', tally: earlier })
  return { total: tallyOf(inAll, time), byDay, byInstance }
}

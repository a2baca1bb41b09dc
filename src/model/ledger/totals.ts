import type { Usd } from '#lib/money.ts'

import { type Coverage, coverageOf, stretchesOf, type WatchCoverage } from './stretches.ts'
import type { Ledger, LedgerDay, Tally, UsdMs, Watch } from './ledger.ts'
import { addCount, addStretch, addTally, type Count, isNothing, newCount, tallyOf } from './tally.ts'

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

/** What a time came to: in all, and for each instance that lived in it. */
interface Part {
  count: Count
  /** The account's own time. */
  coverage: Coverage
  /** What folded days came to, which is in `count` too. */
  folded: Count
  instances: readonly { uuid: string; name: string; count: Count; lifeMs: number }[]
}

/** Gaps of several instances as times in order and apart. `gaps` has the end of each by its beginning. */
const joined = (gaps: ReadonlyMap<number, number>): Watch[] => {
  const times: Watch[] = []
  for (const [from, to] of [...gaps].toSorted(([a], [b]) => a - b)) {
    const last = times.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else times.push({ from, to })
  }
  return times
}

/** The account's own coverage of a time: what is unseen of one instance is unseen of the account. */
const accountCoverage = (
  { from, to }: Watch,
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
  add(covered(Math.max(from, Math.min(foldedTo, to)), to), 1)
  for (const gap of gaps) add(covered(gap.from, gap.to), -1)
  for (const { tally } of folded) add(tally, 1)
  return { observedMs, presumedMs, unseenMs: Math.max(0, to - from - observedMs - presumedMs) }
}

const countPart = (ledger: Ledger, covered: WatchCoverage, time: Watch): Part => {
  const count = newCount()
  const folded = newCount()
  const start = Math.max(time.from, Math.min(ledger.foldedTo, time.to))
  const gaps = new Map<number, number>()
  const instances: Part['instances'][number][] = []
  for (const known of ledger.instances.values()) {
    const own = newCount()
    let lifeMs = 0
    for (const stretch of stretchesOf(known, { from: start, to: time.to })) {
      const from = Math.max(stretch.from, start)
      const to = Math.min(stretch.to, time.to)
      if (from >= to) continue
      addStretch(own, stretch, to - from, () => covered(from, to))
      lifeMs += to - from
      if (stretch.isGap) gaps.set(from, Math.max(gaps.get(from) ?? to, to))
    }
    if (lifeMs === 0) continue
    addCount(count, own)
    instances.push({ uuid: known.uuid, name: known.name, count: own, lifeMs })
  }
  const days = ledger.days.filter((day) => day.from >= time.from && day.from < time.to)
  for (const { tally } of days) {
    addTally(count, tally)
    addTally(folded, tally)
  }
  return {
    count,
    folded,
    instances,
    coverage: accountCoverage(time, covered, joined(gaps), days, ledger.foldedTo),
  }
}

/** What was counted before of times that are over, by their two ends: good for as long as the rest of the ledger is as it was. */
interface Counted {
  version: string
  parts: Map<string, Part>
}
const counted = new WeakMap<Ledger['instances'], Counted>()

const countedOf = ({ instances, days, foldedTo, watches }: Ledger): Map<string, Part> => {
  const ends = [watches[0]?.from, watches.at(-1)?.from]
  const version = [foldedTo, days.length, watches.length, ...ends].join()
  const before = counted.get(instances)
  if (before?.version === version) return before.parts
  const parts = new Map<string, Part>()
  counted.set(instances, { version, parts })
  return parts
}

/** Counts a time. One that was over before the present watch began is counted once. */
const partOf = (ledger: Ledger, covered: WatchCoverage, time: Watch): Part => {
  if (time.to > (ledger.watches.at(-1)?.from ?? 0)) return countPart(ledger, covered, time)
  const parts = countedOf(ledger)
  const key = `${time.from}-${time.to}`
  const part = parts.get(key) ?? countPart(ledger, covered, time)
  parts.set(key, part)
  return part
}

/**
 * What the time between the first and the last border came to, in all, by day (from border to border, ms since the epoch), and by
 * instance. The last border is no later than now. Low ≤ estimate ≤ high, in each figure; nothing is rounded, so that days and
 * instances add up. A folded day counts where it begins.
 */
export const ledgerTotals = (ledger: Ledger, borders: readonly number[]): LedgerTotals => {
  const covered = coverageOf(ledger.watches)
  const inAll = newCount()
  const inFolded = newCount()
  const time = { observedMs: 0, presumedMs: 0, unseenMs: 0 }
  const own = new Map<string, { name: string; count: Count; lifeMs: number }>()
  const byDay = borders.slice(1).map((to, index): LedgerDay => {
    const from = borders[index] ?? to
    const { count, coverage, folded, instances } = partOf(ledger, covered, { from, to })
    for (const instance of instances) {
      const sum = own.get(instance.uuid) ?? { name: instance.name, count: newCount(), lifeMs: 0 }
      addCount(sum.count, instance.count)
      sum.lifeMs += instance.lifeMs
      own.set(instance.uuid, sum)
    }
    addCount(inAll, count)
    addCount(inFolded, folded)
    time.observedMs += coverage.observedMs
    time.presumedMs += coverage.presumedMs
    time.unseenMs += coverage.unseenMs
    return { from, to, tally: tallyOf(count, coverage) }
  })
  const byInstance: InstanceTally[] = [...own].map(([uuid, { name, count, lifeMs }]) => {
    const { observedMs, presumedMs } = count
    const unseenMs = lifeMs - observedMs - presumedMs
    return { uuid, name, tally: tallyOf(count, { observedMs, presumedMs, unseenMs }) }
  })
  const earlier = tallyOf(inFolded, { observedMs: 0, presumedMs: 0, unseenMs: 0 })
  if (!isNothing(earlier)) byInstance.push({ uuid: null, name: '', tally: earlier })
  return { total: tallyOf(inAll, time), byDay, byInstance }
}

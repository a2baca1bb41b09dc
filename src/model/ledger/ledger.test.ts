import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { factsOf } from './facts.ts'
import { ledgerTotals, type LedgerTotals, shareSeen } from './totals.ts'
import { sumOf } from './tally.ts'
import {
  anyLives,
  atlas,
  anyPolls,
  calmLives,
  end,
  instanceAt,
  ledgerOf,
  type Life,
  sightingsOf,
  start,
} from './ledger.fixture.ts'
import { OBSERVED_LIMIT, type Tally } from './ledger.ts'

/** Any two or more borders of days, in order. */
const anyBorders = fc
  .uniqueArray(fc.integer({ min: start - 3_600_000, max: end }), { minLength: 2, maxLength: 6 })
  .map((times) => times.toSorted((a, b) => a - b))

const tallies = ({ total, byDay, byInstance }: LedgerTotals): Tally[] => [
  total,
  ...byDay.map(({ tally }) => tally),
  ...byInstance.map(({ tally }) => tally),
]

/** What it truly came to, in nano-dollars an hour × ms. */
const truth = (lives: readonly Life[], from: number, to: number): bigint => {
  let sum = 0n
  for (const life of lives)
    for (const [index, { at, instance }] of life.turns.entries()) {
      const until = Math.min(to, life.turns[index + 1]?.at ?? to)
      const since = Math.max(from, at)
      const facts = instance === null ? null : factsOf(instance)
      if (facts !== null && since < until) sum += sumOf(facts.now) * BigInt(until - since)
    }
  return sum
}

type Kind = 'observed' | 'presumed' | 'unseen'

/** The definitions, word by word: how a moment of one instance is known, or null where it is known not to be there. */
const kindOf = (life: Life, polls: readonly number[], moment: number): Kind | null => {
  const before = polls.findLast((poll) => poll <= moment) ?? null
  const after = polls.find((poll) => poll > moment) ?? null
  const was = before === null ? null : instanceAt(life, before)
  const is = after === null ? null : instanceAt(life, after)
  const first = was === null ? null : factsOf(was)
  const second = is === null ? null : factsOf(is)
  if (first === null && second === null) return null
  if (first === null) {
    const created = Date.parse(is?.created_at ?? '')
    if (created > moment && created >= (before ?? created)) return null
  }
  if (before === null || after === null) return 'unseen'
  if (JSON.stringify(first, bigints) !== JSON.stringify(second, bigints)) return 'unseen'
  return after - before <= OBSERVED_LIMIT ? 'observed' : 'presumed'
}
const bigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)

/** Stands for the account: it was there before anyone looked. */
const always: Life = { uuid: '', turns: [{ at: 0, instance: { ...atlas, created_at: null } }] }

/** Milliseconds of each kind between two times, by looking at each moment at which anything can begin or end. */
const measured = (kindAt: (moment: number) => Kind | null, moments: readonly number[]) => {
  const time = { observedMs: 0, presumedMs: 0, unseenMs: 0 }
  const sorted = moments.toSorted((a, b) => a - b)
  for (const [index, moment] of sorted.entries()) {
    const kind = kindAt(moment)
    if (kind !== null) time[`${kind}Ms`] += (sorted[index + 1] ?? moment) - moment
  }
  return time
}

const momentsOf = (lives: readonly Life[], polls: readonly number[], from: number, to: number): number[] =>
  [...polls, ...lives.flatMap(({ turns }) => turns.map(({ at }) => at)), from, to].filter(
    (moment) => moment >= from && moment <= to,
  )

describe('for any history and any polls', () => {
  test('low ≤ estimate ≤ high, and coverage stays within 0 and 1', () => {
    fc.assert(
      fc.property(anyLives, anyPolls, anyBorders, (lives, polls, borders) => {
        for (const tally of tallies(ledgerTotals(ledgerOf(sightingsOf(lives, polls)), borders))) {
          expect(tally.low).toBeLessThanOrEqual(tally.estimate)
          expect(tally.estimate).toBeLessThanOrEqual(tally.high)
          expect(shareSeen(tally)).toBeGreaterThanOrEqual(0)
          expect(shareSeen(tally)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('every moment counts once: observed, presumed and unseen are as defined, and fill the time', () => {
    fc.assert(
      fc.property(anyLives, anyPolls, anyBorders, (lives, polls, borders) => {
        const totals = ledgerTotals(ledgerOf(sightingsOf(lives, polls)), borders)
        for (const { from, to, tally } of totals.byDay) {
          const moments = momentsOf(lives, polls, from, to)
          const account = (moment: number): Kind => {
            const kinds = new Set([...lives, always].map((life) => kindOf(life, polls, moment)))
            return (['unseen', 'presumed'] as const).find((kind) => kinds.has(kind)) ?? 'observed'
          }
          const { observedMs, presumedMs, unseenMs } = tally
          expect({ observedMs, presumedMs, unseenMs }).toEqual(measured(account, moments))
          expect(observedMs + presumedMs + unseenMs).toBe(to - from)
        }
        const from = borders[0] ?? 0
        const to = borders.at(-1) ?? 0
        for (const { uuid, tally } of totals.byInstance) {
          const life = lives.find((life) => life.uuid === uuid) ?? { uuid: '', turns: [] }
          const { observedMs, presumedMs, unseenMs } = tally
          const kinds = measured((moment) => kindOf(life, polls, moment), momentsOf(lives, polls, from, to))
          expect({ observedMs, presumedMs, unseenMs }).toEqual(kinds)
        }
      }),
    )
  })

  test('days, instances and parts add up to the total, exactly, wherever the days are cut', () => {
    fc.assert(
      fc.property(anyLives, anyPolls, anyBorders, (lives, polls, borders) => {
        const ledger = ledgerOf(sightingsOf(lives, polls))
        const { total, byDay, byInstance } = ledgerTotals(ledger, borders)
        const whole = ledgerTotals(ledger, [borders[0] ?? 0, borders.at(-1) ?? 0])
        expect(total).toEqual(whole.total)
        for (const key of ['low', 'estimate', 'high'] as const) {
          const sum = (rows: readonly { tally: Tally }[]) =>
            rows.reduce((sum, { tally }) => sum + tally[key], 0n)
          expect(sum(byDay)).toBe(total[key])
          expect(sum(byInstance)).toBe(total[key])
        }
        for (const { parts, estimate } of tallies(whole)) expect(sumOf(parts)).toBe(estimate)
      }),
    )
  })

  test('looking again where nothing changed changes nothing', () => {
    fc.assert(
      fc.property(anyLives, anyPolls, fc.array(fc.nat({ max: 100 })), (lives, polls, again) => {
        const extra = again.flatMap((share, index) => {
          const [from, to] = [polls[index], polls[index + 1]]
          if (from === undefined || to === undefined || to - from > OBSERVED_LIMIT) return []
          const at = from + Math.floor(((to - from) * share) / 100)
          const same = lives.every((life) => life.turns.every((turn) => turn.at <= from || turn.at > to))
          return same ? [at] : []
        })
        const more = [...polls, ...extra].toSorted((a, b) => a - b)
        expect(ledgerOf(sightingsOf(lives, more))).toEqual(ledgerOf(sightingsOf(lives, polls)))
      }),
    )
  })
})

describe('for instances that keep their size, and each state for longer than 5 minutes', () => {
  const isSeen = (lives: readonly Life[], polls: readonly number[]) =>
    lives.every((life) => polls.some((poll) => instanceAt(life, poll) !== null))

  test('the truth lies between low and high, and is the estimate wherever all was observed', () => {
    fc.assert(
      fc.property(calmLives, anyPolls, anyBorders, (lives, polls, borders) => {
        fc.pre(isSeen(lives, polls))
        const ledger = ledgerOf(sightingsOf(lives, polls))
        for (const { from, to, tally } of ledgerTotals(
          ledger,
          [...borders, ...polls].toSorted((a, b) => a - b),
        ).byDay) {
          const real = truth(lives, from, to)
          expect(tally.low).toBeLessThanOrEqual(real)
          expect(tally.high).toBeGreaterThanOrEqual(real)
          if (tally.observedMs === to - from)
            expect([tally.low, tally.estimate, tally.high]).toEqual([real, real, real])
        }
      }),
    )
  })

  test('whoever looks more often gets an estimate between the low and high of whoever looks less often, and no wider ones', () => {
    fc.assert(
      fc.property(calmLives, anyPolls, anyPolls, anyBorders, (lives, polls, more, borders) => {
        fc.pre(isSeen(lives, polls))
        const often = [...new Set([...polls, ...more])].toSorted((a, b) => a - b)
        const coarse = ledgerTotals(ledgerOf(sightingsOf(lives, polls)), borders).total
        const fine = ledgerTotals(ledgerOf(sightingsOf(lives, often)), borders).total
        expect(fine.low).toBeGreaterThanOrEqual(coarse.low)
        expect(fine.high).toBeLessThanOrEqual(coarse.high)
        expect(fine.observedMs).toBeGreaterThanOrEqual(coarse.observedMs)
      }),
    )
  })
})

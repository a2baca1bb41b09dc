import type { Instance } from '#contract/instance.ts'
import { formatPercent } from '#lib/format.ts'
import { overTime, sum, type Usd } from '#lib/money.ts'

import { dayBorders, monthStart } from '../ledger/days.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerTotals, toUsd } from '../ledger/totals.ts'
import { besideText, type Bounds, boundsText, wholeText } from './amount-text.ts'
import { type Amount, type CostPart, hourlyCost, sumCosts } from './cost.ts'
import { unknownText } from './price-text.ts'

/** The parts of a budget, in percent, that are worth a warning when the month's cost gets there. */
export const warningLevels = [50, 80, 100] as const
export type WarningLevel = (typeof warningLevels)[number]

/** From this warning level on, the budget is near. */
const NEAR: WarningLevel = 80

export type BudgetLevel = 'ok' | 'near' | 'will-exceed' | 'over'

/** How a monthly budget stands. */
export interface BudgetStatus {
  level: BudgetLevel
  /** The highest warning level that the estimate has reached; null below the first. */
  reached: WarningLevel | null
  /** The estimate as a part of the budget, in percent. */
  percent: number
  /** What the month comes to, if what follows is as projected. */
  projected: Usd
  /** By how much the estimate, or else the projection, is above the budget; 0 where it is not. */
  excess: Usd
  /** The parts whose price is not known, so that the month comes to more. */
  unknown: readonly CostPart[]
  /** The whole of it for a person. */
  sentence: string
}

const reachedLevel = (percent: number): WarningLevel | null =>
  warningLevels.findLast((level) => percent >= level) ?? null

const levelOf = (amount: Usd, estimate: Usd, projected: Usd, reached: WarningLevel | null): BudgetLevel => {
  if (estimate > amount) return 'over'
  if (projected > amount) return 'will-exceed'
  return reached !== null && reached >= NEAR ? 'near' : 'ok'
}

/** "≈ $41 (between $38 and $61)": one figure would claim more than was seen. */
const soFarText = (soFar: Bounds, amount: Usd): string => {
  const { low, high, unknown, estimate: known } = soFar
  if (low === high) return besideText({ known, unknown }, amount)
  const text = boundsText(soFar, [amount])
  const between = unknown.length === 0 ? `between ${text.low} and ${text.high}` : `at least ${text.low}`
  return `${text.estimate} (${between})`
}

interface Words {
  budget: string
  soFar: string
  month: string
  part: string
  /** What "within" is true of. */
  asKnown: string
}

const sentences: Record<BudgetLevel, (words: Words) => string> = {
  over: ({ budget, soFar }) => `This month is over its budget of ${budget}: ${soFar} so far, an estimate.`,
  'will-exceed': ({ budget, soFar, month }) =>
    `This month will go over its budget of ${budget} if nothing changes: ${soFar} so far, ${month} by its end.`,
  near: ({ budget, soFar, month, part }) =>
    `This month has reached ${part} of its budget of ${budget}: ${soFar} so far, ${month} by its end if nothing changes.`,
  ok: ({ budget, soFar, month, asKnown }) =>
    `This month is within its budget of ${budget}${asKnown}: ${soFar} so far, ${month} by its end if nothing changes.`,
}

/**
 * How a budget per calendar month stands. `soFar` is what the ledger makes of the month to date, `toMonthEnd` what is projected for
 * the rest of it. The amount is above zero. Where a price is not known the month comes to more, and no figure passes for the whole.
 */
export const budgetStatus = (amount: Usd, soFar: Bounds, toMonthEnd: Amount): BudgetStatus => {
  const { estimate } = soFar
  const { unknown } = sumCosts(
    [toMonthEnd.unknown, soFar.unknown].map((unknown) => ({ known: 0n, unknown, assumed: false })),
  )
  const projected = sum([estimate, toMonthEnd.known])
  const percent = (Number(estimate) / Number(amount)) * 100
  const reached = reachedLevel(percent)
  const level = levelOf(amount, estimate, projected, reached)
  const above = { over: estimate, 'will-exceed': projected, near: amount, ok: amount }[level]
  const open = unknownText({ unknown })
  const sentence = sentences[level]({
    budget: wholeText(amount),
    soFar: soFarText({ ...soFar, unknown }, amount),
    month: besideText({ known: projected, unknown }, amount),
    // No more than was reached: 99.6 % is not 100 %.
    part: formatPercent(Math.floor(percent)),
    asKnown: open === null ? '' : ' as far as its prices are known',
  })
  return {
    level,
    reached,
    percent,
    projected,
    excess: above - amount,
    unknown,
    sentence: open === null ? sentence : `${sentence} ${open}: that comes on top.`,
  }
}

/** How a month's budget stands; `month` names the local calendar month ("2026-11"). */
export interface MonthBudget {
  status: BudgetStatus
  month: string
}

/**
 * How a budget stands in the calendar month of `now` (ms since the epoch): by what this browser saw of the month so far, and by
 * what the rest of it comes to if nothing changes.
 */
export const monthBudget = (
  amount: Usd,
  ledger: Ledger,
  instances: readonly Instance[],
  now: number,
): MonthBudget => {
  const start = monthStart(now)
  const date = new Date(start)
  const end = new Date(date.getFullYear(), date.getMonth() + 1, 1).getTime()
  const { low, estimate, high, unknown } = ledgerTotals(ledger, dayBorders(start, now)).total
  const hourly = sumCosts(instances.map((instance) => hourlyCost(instance).now))
  return {
    status: budgetStatus(
      amount,
      { low: toUsd(low), estimate: toUsd(estimate), high: toUsd(high), unknown },
      { ...hourly, known: overTime(hourly.known, end - now) },
    ),
    month: `${date.getFullYear()}-${`${date.getMonth() + 1}`.padStart(2, '0')}`,
  }
}

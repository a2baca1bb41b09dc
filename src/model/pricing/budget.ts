import { formatDollars, formatMonthly, formatPercent } from '#lib/format.ts'
import { sum, type Usd } from '#lib/money.ts'

/** The ledger's month to date: at least, about, at most. */
export interface MonthToDate {
  low: Usd
  estimate: Usd
  high: Usd
}

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
const soFarText = ({ low, estimate, high }: MonthToDate): string =>
  low === high
    ? formatMonthly(estimate)
    : `${formatMonthly(estimate)} (between ${formatDollars(low)} and ${formatDollars(high)})`

const sentences: Record<BudgetLevel, (budget: string, soFar: string, month: string, part: string) => string> =
  {
    over: (budget, soFar) => `This month is over its budget of ${budget}: ${soFar} so far, an estimate.`,
    'will-exceed': (budget, soFar, month) =>
      `This month will go over its budget of ${budget} if nothing changes: ${soFar} so far, ${month} by its end.`,
    near: (budget, soFar, month, part) =>
      `This month has reached ${part} of its budget of ${budget}: ${soFar} so far, ${month} by its end if nothing changes.`,
    ok: (budget, soFar, month) =>
      `This month is within its budget of ${budget}: ${soFar} so far, ${month} by its end if nothing changes.`,
  }

/**
 * How a budget per calendar month stands. `soFar` is what the ledger makes of the month to date, `toMonthEnd` what is projected for
 * the rest of it. The amount is above zero.
 */
export const budgetStatus = (amount: Usd, soFar: MonthToDate, toMonthEnd: Usd): BudgetStatus => {
  const { estimate } = soFar
  const projected = sum([estimate, toMonthEnd])
  const percent = (Number(estimate) / Number(amount)) * 100
  const reached = reachedLevel(percent)
  const level = levelOf(amount, estimate, projected, reached)
  const above = { over: estimate, 'will-exceed': projected, near: amount, ok: amount }[level]
  return {
    level,
    reached,
    percent,
    projected,
    excess: above - amount,
    sentence: sentences[level](
      formatDollars(amount),
      soFarText(soFar),
      formatMonthly(projected),
      formatPercent(percent),
    ),
  }
}

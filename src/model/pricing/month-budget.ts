import type { Instance } from '#contract/instance.ts'
import { overTime, type Usd } from '#lib/money.ts'

import { type BudgetStatus, budgetStatus } from './budget.ts'
import { hourlyCost, sumCosts } from './cost.ts'
import { dayBorders, monthStart } from '../ledger/days.ts'
import { ledgerTotals, toUsd } from '../ledger/totals.ts'
import type { Ledger } from '../ledger/ledger.ts'

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

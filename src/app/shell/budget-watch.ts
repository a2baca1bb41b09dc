import type { Api } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import type { Usd } from '#lib/money.ts'
import { MINUTE } from '#lib/time.ts'
import { loadLedger } from '#storage/ledger.ts'
import { toldBudget } from '#storage/told-budget.ts'
import { type Alert, budgetAlert } from './alert.ts'
import { monthBudget } from '#model/pricing/month-budget.ts'

/** Milliseconds between two looks. */
export const budgetLookEvery = 5 * MINUTE

/** Works out how the month stands to its budget, and tells of a warning level that it has reached since. */
export const lookAtBudget = async (
  { connectionId, now }: Api,
  amount: Usd,
  instances: readonly Instance[],
  tell: (alert: Alert) => void,
): Promise<void> => {
  const ledger = await loadLedger(connectionId, now())
  const kept = toldBudget.of(connectionId)
  const news = budgetAlert(monthBudget(amount, ledger, instances, now()), kept.read())
  if (news === null) return
  kept.write(news.told)
  tell(news.alert)
}

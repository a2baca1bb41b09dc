import type { Instance } from '#contract/instance.ts'

import { bulkPrice, type PriceChange } from '../pricing/action-price.ts'
import type { BillingAction } from './actions.ts'

/** What a bulk action will do, to whom, and to the cost per hour of those it touches. */
export interface BulkPlan extends PriceChange {
  doable: Instance[]
  refused: { instance: Instance; reason: string }[]
}

/** Sorts out who can be acted on, and adds up what it costs them now and then. `refusal` says why one cannot. */
export const planBulk = (
  action: BillingAction,
  instances: readonly Instance[],
  refusal: (action: BillingAction, instance: Instance) => string | undefined,
): BulkPlan => {
  const doable: Instance[] = []
  const refused: BulkPlan['refused'] = []
  for (const instance of instances) {
    const reason = refusal(action, instance)
    if (reason === undefined) doable.push(instance)
    else refused.push({ instance, reason })
  }
  return { doable, refused, ...bulkPrice(action, doable) }
}

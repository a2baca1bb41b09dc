import type { Instance } from '#contract/instance.ts'

import { bulkPrice, type BillingAct, type PriceChange } from '../pricing/action-price.ts'

export type BulkAct = BillingAct

/** What a bulk act will do, to whom, and to the cost per hour of those it touches. */
export interface BulkPlan extends PriceChange {
  doable: Instance[]
  refused: { instance: Instance; reason: string }[]
}

/** Sorts out who can be acted on, and adds up what it costs them now and then. `refusal` says why one cannot. */
export const planBulk = (
  act: BulkAct,
  instances: readonly Instance[],
  refusal: (act: BulkAct, instance: Instance) => string | undefined,
): BulkPlan => {
  const doable: Instance[] = []
  const refused: BulkPlan['refused'] = []
  for (const instance of instances) {
    const reason = refusal(act, instance)
    if (reason === undefined) doable.push(instance)
    else refused.push({ instance, reason })
  }
  return { doable, refused, ...bulkPrice(act, doable) }
}

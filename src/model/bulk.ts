import type { Instance } from '#contract/instance.ts'

import { bulkPrice, type BillingAct, type PriceChange } from './act-price.ts'
import type { ActRule } from './acts.ts'

export type BulkAct = BillingAct

/** What a bulk act will do, to whom, and to the cost per hour of those it touches. */
export interface BulkPlan extends PriceChange {
  doable: Instance[]
  refused: { instance: Instance; reason: string }[]
}

/** Sorts out who can be acted on, and adds up what it costs them now and then. */
export const planBulk = (act: BulkAct, instances: readonly Instance[], rule: ActRule): BulkPlan => {
  const doable: Instance[] = []
  const refused: BulkPlan['refused'] = []
  for (const instance of instances) {
    const verdict = rule(act, instance)
    if (verdict.allowed) doable.push(instance)
    else refused.push({ instance, reason: verdict.reason })
  }
  return { doable, refused, ...bulkPrice(act, doable) }
}

import type { Instance } from '#contract/instance.ts'

import type { ActRule } from './acts.ts'
import { hourlyCost, sumCosts, type Total } from './cost.ts'

export type BulkAct = 'stop' | 'restart' | 'delete'

/** What a bulk act will do, to whom, and to the cost per hour of those it touches. */
export interface BulkPlan {
  doable: Instance[]
  refused: { instance: Instance; reason: string }[]
  before: Total
  after: Total
}

const afterwards: Record<BulkAct, (instance: Instance) => Total | null> = {
  stop: (instance) => hourlyCost(instance).stopped,
  restart: (instance) => hourlyCost(instance).running,
  delete: () => null,
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
  return {
    doable,
    refused,
    before: sumCosts(doable.map((instance) => hourlyCost(instance).now)),
    after: sumCosts(doable.map(afterwards[act]).filter((total) => total !== null)),
  }
}

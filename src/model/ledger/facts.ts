import type { Instance } from '#contract/instance.ts'
import { perObject } from '#lib/per-object.ts'

import type { BillingAction } from '../instance/actions.ts'
import { type CostLine, type CostPart, costParts, hourlyCost } from '../pricing/cost.ts'
import { type Facts, type LedgerPart, MOST_HOURLY, type Parts } from './ledger.ts'

const partOf: Record<CostPart, LedgerPart> = {
  vcpu: 'compute',
  ram: 'compute',
  storage: 'storage',
  gpu: 'gpu',
  sentieon: 'other',
  other: 'other',
}

const partsOf = (lines: readonly CostLine[]): Parts => {
  const parts = { compute: 0n, storage: 0n, gpu: 0n, other: 0n }
  for (const { part, amount } of lines) parts[partOf[part]] += amount ?? 0n
  return parts
}

/** What is billed by a price that is not known at all. */
export const unknownFacts = (assumed: boolean): Facts => ({
  now: { compute: 0n, storage: 0n, gpu: 0n, other: 0n },
  low: 0n,
  high: 0n,
  unknown: costParts,
  unknownRunning: costParts,
  assumed,
})

const isAbsurd = (amount: bigint): boolean => amount > MOST_HOURLY || amount < -MOST_HOURLY

/** What an instance is billed by as it stands; null for a deleted one. Worked out once per instance object. */
export const factsOf = perObject((instance: Instance): Facts | null => {
  if (instance.state === 'deleted') return null
  const { now, running, stopped } = hourlyCost(instance)
  const facts: Facts = {
    now: partsOf(now.lines),
    low: stopped.known < now.known ? stopped.known : now.known,
    high: running.known > now.known ? running.known : now.known,
    unknown: now.unknown,
    unknownRunning: running.unknown,
    assumed: now.assumed,
  }
  const amounts = [...Object.values(facts.now), facts.low, facts.high]
  return amounts.some(isAbsurd) ? unknownFacts(now.assumed) : facts
})

/** What an instance is billed by from the instant an action on it is accepted. The service's own total is that of before. */
export const factsAfter = (action: BillingAction, instance: Instance): Facts | null =>
  action === 'delete'
    ? null
    : factsOf({ ...instance, state: action === 'stop' ? 'exited' : 'running', hourly_cost_usd: null })

/** In any order: what is stored may be in that of an earlier version. */
const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word) => b.includes(word))

export const sameFacts = (a: Facts | null, b: Facts | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.now.compute === b.now.compute &&
    a.now.storage === b.now.storage &&
    a.now.gpu === b.now.gpu &&
    a.now.other === b.now.other &&
    a.low === b.low &&
    a.high === b.high &&
    a.assumed === b.assumed &&
    sameWords(a.unknown, b.unknown) &&
    sameWords(a.unknownRunning, b.unknownRunning))

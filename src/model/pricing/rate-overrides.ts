import type { Usd } from '#lib/money.ts'

import { gpuLabel } from '../instance/gpus.ts'
import { tierKey, type RateOverrides } from './rates.ts'

/** A rate that a user can set: of a unit in a CPU tier, or of a GPU model under any of its names. */
export type RateTarget =
  { kind: 'tier'; tier: string; part: 'vcpu' | 'ram' | 'storage' } | { kind: 'gpu'; model: string }

const gpuKey = (model: string): string => gpuLabel(model) ?? ''

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const withEntry = <T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T | null,
): Record<string, T> => {
  const others = Object.entries(record).filter(([name]) => name !== key)
  return Object.fromEntries(value === null ? others : [...others, [key, value]])
}

/** The overrides with one rate set, or taken away by null. */
export const withOverride = (
  overrides: RateOverrides,
  target: RateTarget,
  rate: Usd | null,
): RateOverrides => {
  if (target.kind === 'gpu')
    return { ...overrides, gpus: withEntry(overrides.gpus, gpuKey(target.model), rate) }
  const tier = tierKey(target.tier)
  const rates = withEntry<Usd>(own(overrides.tiers, tier) ?? {}, target.part, rate)
  const isEmpty = Object.keys(rates).length === 0
  return { ...overrides, tiers: withEntry(overrides.tiers, tier, isEmpty ? null : rates) }
}

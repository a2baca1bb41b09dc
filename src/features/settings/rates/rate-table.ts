import type { Instance } from '#contract/instance.ts'
import { cpuTiers } from '#contract/vocabulary.ts'
import { readable } from '#lib/text.ts'

import { gpuLabel, gpuModels } from '#model/instance/gpus.ts'
import type { RatePart } from '#model/pricing/cost.ts'
import {
  type ListPrices,
  noOverrides,
  type RateOverrides,
  ratesFor,
  type RateTarget,
  type SourcedRate,
  tierKey,
} from '#model/pricing/rates.ts'

/** A rate that can be set, and what it is now. */
export interface RateRow {
  target: RateTarget
  /** What applies to something new; null where nobody has told. */
  applies: SourcedRate | null
  /** What would apply without a rate of the user's own. */
  otherwise: SourcedRate | null
}

/** The rates of a CPU tier, or of the GPUs. */
export interface RateGroup {
  key: string
  title: string
  rows: readonly RateRow[]
}

interface RateSources {
  overrides: RateOverrides
  instances: readonly Instance[]
  listPrices: ListPrices
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)].filter((word) => word !== '')

/** Every rate there is to know: of the tiers and GPU models of the API page, of those the account has, and of those that were set. */
export const rateTable = ({ overrides, instances, listPrices }: RateSources): RateGroup[] => {
  const row = (
    target: RateTarget,
    part: RatePart,
    wanted: { cpu_tier: string; gpu_model: string | null },
  ): RateRow => ({
    target,
    applies: ratesFor(wanted, { overrides, instances, listPrices })[part],
    otherwise: ratesFor(wanted, { overrides: noOverrides, instances, listPrices })[part],
  })
  const tiers = distinct([
    ...cpuTiers,
    ...instances.map(({ cpu_tier: tier }) => tierKey(tier)),
    ...Object.keys(overrides.tiers),
  ])
  const models = distinct([
    ...gpuModels,
    ...instances.map(({ gpu_model: model }) => gpuLabel(model) ?? ''),
    ...Object.keys(overrides.gpus),
  ])
  return [
    ...tiers.map((tier) => ({
      key: tier,
      title: readable(tier),
      rows: (['vcpu', 'ram', 'storage'] as const).map((part) =>
        row({ kind: 'tier', tier, part }, part, { cpu_tier: tier, gpu_model: null }),
      ),
    })),
    {
      key: 'gpus',
      title: 'GPUs',
      rows: models.map((model) => row({ kind: 'gpu', model }, 'gpu', { cpu_tier: '', gpu_model: model })),
    },
  ]
}

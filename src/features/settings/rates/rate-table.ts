import type { Instance } from '#contract/instance.ts'
import { cpuTiers } from '#contract/vocabulary.ts'
import { formatAgo } from '#lib/format.ts'
import { readable } from '#lib/text.ts'
import { gpuLabel, gpuModels } from '#model/instance/gpus.ts'
import type { RatePart } from '#model/pricing/cost.ts'
import { rateText } from '#model/pricing/price-text.ts'
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

const unknown = 'Unknown: none is published, and no instance of yours tells it.'

const from = ({ source }: SourcedRate, now: number): string => {
  switch (source.kind) {
    case 'instance':
      return `as on your ${source.name}${source.createdAt === null ? '' : `, ${formatAgo(now - source.createdAt)}`}`
    case 'list':
      return `published list price of ${source.dated}, before any discount`
    default:
      return 'your own rate'
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** Where a rate comes from, in a sentence; for one of the user's own also what would apply without it. */
export const sourceText = ({ applies, otherwise }: RateRow, now: number): string => {
  if (applies === null) return unknown
  if (applies.source.kind !== 'override') return sentence(from(applies, now))
  return otherwise === null
    ? 'Your own rate. Without it, it would be unknown.'
    : `Your own rate. Without it: ${rateText(otherwise.rate)}, ${from(otherwise, now)}.`
}

/** Where most of what is not the user's own comes from, in a few words for the head of the panel. */
export const mostlyFrom = (groups: readonly RateGroup[]): string => {
  const sources = groups.flatMap(({ rows }) => rows.flatMap(({ applies }) => applies?.source ?? []))
  if (sources.some(({ kind }) => kind === 'instance')) return 'from your instances'
  const list = sources.find((source) => source.kind === 'list')
  return list === undefined ? 'your own' : `list prices of ${list.dated}`
}

import type { Instance } from '#contract/instance.ts'
import { usd, type Usd } from '#lib/money.ts'
import { parseTimestamp } from '#lib/time.ts'

import { flavorInfo } from '../instance/flavors.ts'
import { gpuLabel, sameGpu } from '../instance/gpus.ts'
import { type Breakdown, priceOf, type RatePart } from './cost.ts'

/** Where a rate comes from; `dated` is the month the list price was published. */
export type RateSource =
  | { kind: 'override' }
  | { kind: 'instance'; name: string; uuid: string; createdAt: number | null }
  | { kind: 'list'; dated: string }

export interface SourcedRate {
  /** Per unit (vCPU, GiB, GPU; Sentieon as a whole) and hour. */
  rate: Usd
  source: RateSource
}

/** Null is a rate nobody has told us. */
export type Rates = Record<RatePart, SourcedRate | null>

/** The user's own rates: by CPU tier, and for GPUs by the short model name (`gpuLabel`). */
export interface RateOverrides {
  tiers: Readonly<Record<string, Readonly<Partial<Record<'vcpu' | 'ram' | 'storage', Usd>>>>>
  gpus: Readonly<Record<string, Usd>>
}

export const noOverrides: RateOverrides = { tiers: {}, gpus: {} }

export interface ListPrices {
  dated: string
  tier: string
  rates: Readonly<Record<'vcpu' | 'ram' | 'storage', Usd>>
}

/**
 * What Carolina Cloud publishes, for general purpose only. Memory is derived: 1 vCPU + 2 GiB is advertised at $0.015 an hour.
 * Nothing is published for high performance or for GPUs.
 */
export const publishedPrices: ListPrices = {
  dated: '2026-09',
  tier: 'general-purpose',
  rates: { vcpu: usd(0.005), ram: usd(0.005), storage: usd(0.0001) },
}

interface RateSources {
  overrides: RateOverrides
  instances: readonly Instance[]
  listPrices: ListPrices
}

/** A CPU tier as rates are filed under: "High performance" and "high-performance" are one. */
export const tierKey = (tier: string | null): string =>
  (tier ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const newestFirst = (instances: readonly Instance[]): Instance[] => {
  const bornAt = new Map(instances.map((instance) => [instance, parseTimestamp(instance.created_at)]))
  return instances.toSorted((a, b) => (bornAt.get(b) ?? 0) - (bornAt.get(a) ?? 0))
}

/** The newest instance that tells the rate. A rate of 0 tells nothing: it is what the service sends for what is not there. */
const givenBy = (
  instances: readonly Instance[],
  read: (instance: Instance) => number | null,
): SourcedRate | null => {
  for (const instance of instances) {
    const rate = usd(read(instance) ?? 0)
    if (rate > 0n) {
      const { name, uuid, created_at: created } = instance
      const source = { kind: 'instance', name, uuid, createdAt: parseTimestamp(created) } as const
      return { rate, source }
    }
  }
  return null
}

const readers = {
  vcpu: (instance: Instance) => instance.vcpu_cost_hourly_usd,
  ram: (instance: Instance) => instance.ram_cost_hourly_usd,
  storage: (instance: Instance) => instance.storage_cost_hourly_usd,
} as const

/**
 * The rates for something new, as the API has no price list: the user's override, else the newest own instance of the same CPU
 * tier (for a GPU: with the same model, of the same tier where there is one; for Sentieon: that has it, likewise), else the published
 * list price, else null for unknown.
 */
export const ratesFor = (
  wanted: { cpu_tier: string; gpu_model: string | null },
  { overrides, instances, listPrices }: RateSources,
): Rates => {
  const tier = tierKey(wanted.cpu_tier)
  const newest = newestFirst(instances)
  const sameTier = newest.filter((instance) => tierKey(instance.cpu_tier) === tier)
  const tierRate = (part: 'vcpu' | 'ram' | 'storage'): SourcedRate | null => {
    const override = own(overrides.tiers, tier)?.[part]
    if (override !== undefined) return { rate: override, source: { kind: 'override' } }
    const given = givenBy(sameTier, readers[part])
    if (given !== null || tierKey(listPrices.tier) !== tier) return given
    return { rate: listPrices.rates[part], source: { kind: 'list', dated: listPrices.dated } }
  }
  const gpuRate = (): SourcedRate | null => {
    const override = own(overrides.gpus, gpuLabel(wanted.gpu_model) ?? '')
    if (override !== undefined) return { rate: override, source: { kind: 'override' } }
    const sameModel = [...sameTier, ...newest].filter(
      ({ gpu_model: model, n_gpus: count }) => sameGpu(model, wanted.gpu_model) && count !== 0,
    )
    return givenBy(sameModel, (instance) => instance.gpu_cost_hourly_usd)
  }
  return {
    vcpu: tierRate('vcpu'),
    ram: tierRate('ram'),
    storage: tierRate('storage'),
    gpu: gpuRate(),
    sentieon: givenBy([...sameTier, ...newest], (instance) => instance.sentieon_hourly_cost_usd),
  }
}

/** A size to be priced. Null where it is not (yet) known, as in a form field that holds no number. */
export interface Size {
  n_vcpus: number | null
  mem_gib: number | null
  disk_size_gib: number | null
  n_gpus: number | null
  flavor: string
}

/** What a size would cost per hour at these rates, while running and while stopped. */
export const estimate = (size: Size, rates: Rates): { running: Breakdown; stopped: Breakdown } =>
  priceOf({
    quantities: {
      vcpu: size.n_vcpus,
      ram: size.mem_gib,
      storage: size.disk_size_gib,
      gpu: size.n_gpus,
    },
    hasSentieon: flavorInfo(size.flavor).surcharge !== null,
    rates: {
      vcpu: rates.vcpu?.rate ?? null,
      ram: rates.ram?.rate ?? null,
      storage: rates.storage?.rate ?? null,
      gpu: rates.gpu?.rate ?? null,
      sentieon: rates.sentieon?.rate ?? null,
    },
  })

/** A rate that a user can set: of a unit in a CPU tier, or of a GPU model under any of its names. */
export type RateTarget =
  { kind: 'tier'; tier: string; part: 'vcpu' | 'ram' | 'storage' } | { kind: 'gpu'; model: string }

const gpuKey = (model: string): string => gpuLabel(model) ?? ''

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

import type { Instance } from '#contract/instance.ts'
import type { SizeField } from '#contract/vocabulary.ts'
import { wholeNumber } from '#lib/typed.ts'

import { sizeProblem } from '../instance/size-problem.ts'
import type { Breakdown, CostPart } from '../pricing/cost.ts'
import { estimate, publishedPrices, type RateOverrides, type Rates, ratesFor } from '../pricing/rates.ts'
import { type CreateForm, effectiveForm } from './create-form.ts'
import { type Preset, presetsFor } from './presets.ts'

/** The rates for a CPU tier and a GPU model ("" for none). */
export type RateBook = (tier: string, gpu: string) => Rates

/** Looks rates up, each pair once: a page asks for the same few with every letter that is typed. */
export const rateBook = (overrides: RateOverrides, instances: readonly Instance[]): RateBook => {
  const known = new Map<string, Rates>()
  return (tier, gpu) => {
    const key = `${tier} ${gpu}`
    const rates =
      known.get(key) ??
      ratesFor(
        { cpu_tier: tier, gpu_model: gpu === '' ? null : gpu },
        { overrides, instances, listPrices: publishedPrices },
      )
    known.set(key, rates)
    return rates
  }
}

/** What a form would cost per hour, and at which rates. */
export interface FormPrice {
  running: Breakdown
  stopped: Breakdown
  rates: Rates
  /** Why a part has no price: nothing is typed for it, or a size that cannot be had. */
  missing: Partial<Record<CostPart, string>>
}

const sizeParts = {
  n_vcpus: 'vcpu',
  mem_gib: 'ram',
  disk_size_gib: 'storage',
} as const satisfies Record<SizeField, CostPart>

/** Why a size has no price, in a few words; null where it has one. A size that cannot be had is not priced as if it could. */
const missingText = (field: SizeField, typed: string): string | null => {
  if (wholeNumber(typed) === null) return 'no number yet'
  return sizeProblem(field, typed) === null ? null : 'not offered in this size'
}

/** The price of what the form asks for. */
export const formPrice = (typed: CreateForm, ratesOf: RateBook): FormPrice => {
  const form = effectiveForm(typed)
  const gpu = form.gpu_model.trim()
  const rates = ratesOf(form.cpu_tier, gpu)
  const missing: FormPrice['missing'] = {}
  const sizeOf = (field: SizeField): number | null => {
    const why = missingText(field, form[field])
    if (why === null) return wholeNumber(form[field])
    missing[sizeParts[field]] = why
    return null
  }
  const size = {
    n_vcpus: sizeOf('n_vcpus'),
    mem_gib: sizeOf('mem_gib'),
    disk_size_gib: sizeOf('disk_size_gib'),
    n_gpus: gpu === '' ? 0 : 1,
    flavor: form.flavor,
  }
  return { ...estimate(size, rates), rates, missing }
}

/** The least that an environment sensibly costs per hour: its smallest ready size, general purpose, without a GPU. */
export const environmentPrice = (flavor: string, ratesOf: RateBook): Breakdown => {
  const [small] = presetsFor(flavor)
  return estimate({ ...small, n_gpus: 0, flavor }, ratesOf('general-purpose', '')).running
}

/** The form with a size in place of its own; null is left as it is. */
export const atSize = (
  form: CreateForm,
  size: Readonly<Record<SizeField, number | null>> | Preset,
): CreateForm => ({
  ...form,
  n_vcpus: size.n_vcpus === null ? form.n_vcpus : String(size.n_vcpus),
  mem_gib: size.mem_gib === null ? form.mem_gib : String(size.mem_gib),
  disk_size_gib: size.disk_size_gib === null ? form.disk_size_gib : String(size.disk_size_gib),
})

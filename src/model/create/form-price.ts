import type { Instance } from '#contract/instance.ts'
import type { SizeField } from '#contract/vocabulary.ts'
import type { Usd } from '#lib/money.ts'
import { wholeNumber } from '#lib/typed.ts'

import { sizeProblem } from '../instance/resize.ts'
import type { Amount, Breakdown, CostPart, Total } from '../pricing/cost.ts'
import { changeText, hourlyText } from '../pricing/price-text.ts'
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

/** What a choice does to the price per hour. */
export type ChoicePrice =
  /** It makes this difference from what is chosen now; below zero is less. */
  | { kind: 'change'; change: Usd }
  /** What is chosen now has no price of its own, so there is no difference to it: this is the price then. */
  | { kind: 'price'; price: Amount }
  | { kind: 'unknown' }

const partsOfSize = ['vcpu', 'ram', 'storage'] as const satisfies CostPart[]
/** The parts of a price that a choice decides; what is not known of the others is the same before and after. */
const decides = {
  size: partsOfSize,
  cpu_tier: partsOfSize,
  gpu_model: ['gpu'],
} as const satisfies Record<string, readonly CostPart[]>

const isOpen = ({ unknown }: Total, parts: readonly CostPart[]): boolean =>
  parts.some((part) => unknown.includes(part))

/** The difference between two prices that differ by one choice. */
const choicePrice = (before: Total, after: Total, parts: readonly CostPart[]): ChoicePrice => {
  if (isOpen(after, parts)) return { kind: 'unknown' }
  if (isOpen(before, parts)) return { kind: 'price', price: after }
  return { kind: 'change', change: after.known - before.known }
}

/** What another choice does to the price of the form. `what` says which one it is. */
export const priceOfChoice = (
  form: CreateForm,
  chosen: CreateForm,
  what: keyof typeof decides,
  ratesOf: RateBook,
): ChoicePrice =>
  choicePrice(formPrice(form, ratesOf).running, formPrice(chosen, ratesOf).running, decides[what])

/** "+$0.280", "−$0.560", "$0.110 / h", "price not known". */
export const choiceText = (price: ChoicePrice): string => {
  switch (price.kind) {
    case 'change':
      return changeText({ known: price.change, unknown: [] })
    case 'price':
      return `${hourlyText(price.price)}\u00a0/\u00a0h`
    default:
      return 'price not known'
  }
}

/** Whether a choice costs less than what is chosen now. */
export const isSaving = (price: ChoicePrice): boolean => price.kind === 'change' && price.change < 0n

/**
 * The price per hour, on average, of what runs for some hours of each day and is stopped for the rest, when its disk alone is billed.
 * `hours` is a whole number, 0 to 24.
 */
export const partTime = (running: Amount, stopped: Amount, hours: number): Amount => {
  const on = BigInt(hours)
  return {
    known: (running.known * on + stopped.known * (24n - on)) / 24n,
    unknown: [...new Set([...running.unknown, ...stopped.unknown])],
  }
}

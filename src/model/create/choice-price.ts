import type { Usd } from '#lib/money.ts'

import type { Amount, CostPart, Total } from '../pricing/cost.ts'
import { changeText, hourlyText } from '../pricing/price-text.ts'
import type { CreateForm } from './create-form.ts'
import { formPrice, type RateBook } from './form-price.ts'

/** What a choice does to the price per hour. */
export type ChoicePrice =
  /** It makes this difference from what is chosen now; below zero is less. */
  | { kind: 'change'; change: Usd }
  /** What is chosen now has no price of its own, so there is no difference to it: this is the price then. */
  | { kind: 'price'; price: Amount }
  | { kind: 'unknown' }

const sizeParts = ['vcpu', 'ram', 'storage'] as const satisfies CostPart[]
/** The parts of a price that a choice decides; what is not known of the others is the same before and after. */
const decides = {
  size: sizeParts,
  cpu_tier: sizeParts,
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

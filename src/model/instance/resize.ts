import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { type SizeField, sizeLimits } from '#contract/vocabulary.ts'
import { formatCount } from '#lib/format.ts'
import { sum, times, type Usd, ZERO } from '#lib/money.ts'
import { wholeNumber } from '#lib/typed.ts'

import { type Breakdown, hourlyCost, pricedOf, sumCosts, type Total } from '../pricing/cost.ts'

const labels: Record<SizeField, string> = { n_vcpus: 'vCPUs', mem_gib: 'Memory', disk_size_gib: 'Disk' }
const units: Record<SizeField, string> = { n_vcpus: '', mem_gib: ' GiB', disk_size_gib: ' GiB' }

/** What is wrong with a typed size, in one sentence; null when it is within the limits of the API page. */
export const sizeProblem = (
  field: SizeField,
  text: string,
  limits: { min: number; max: number } = sizeLimits[field],
): string | null => {
  const value = wholeNumber(text)
  const range = `${formatCount(limits.min)} to ${formatCount(limits.max)}${units[field]}`
  if (value === null) return `${labels[field]}: enter a whole number, ${range}.`
  return value < limits.min || value > limits.max ? `${labels[field]} can be ${range}.` : null
}

const sizeFields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const

/** A size as typed. */
export type ResizeForm = Record<SizeField, string>

export const resizeFormOf = (instance: Instance): ResizeForm => ({
  n_vcpus: String(instance.n_vcpus ?? ''),
  mem_gib: String(instance.mem_gib ?? ''),
  disk_size_gib: String(instance.disk_size_gib ?? ''),
})

/** What is wrong, by field. A value left as it is is never wrong: a live instance may be outside the page's limits. */
export const resizeProblems = (
  form: ResizeForm,
  instance: Instance,
): { field: SizeField; message: string }[] => {
  const current = resizeFormOf(instance)
  return sizeFields.flatMap((field) => {
    const message = form[field].trim() === current[field] ? null : sizeProblem(field, form[field])
    return message === null ? [] : [{ field, message }]
  })
}

/** The body to send: only what changes. Null when nothing does. Takes a form without problems. */
export const toResizeBody = (form: ResizeForm, instance: Instance): UpdateBody | null => {
  const body: UpdateBody = {}
  for (const field of sizeFields) {
    const value = wholeNumber(form[field])
    if (value !== null && value !== instance[field]) body[field] = value
  }
  return Object.keys(body).length > 0 ? body : null
}

const parts = { n_vcpus: 'vcpu', mem_gib: 'ram', disk_size_gib: 'storage' } as const

/** What the change of some fields adds to the price per hour, at the instance's own rates. */
const sizeChange = (instance: Instance, body: UpdateBody, fields: readonly SizeField[]): Total => {
  const { quantities, rates } = pricedOf(instance)
  const changes = fields.flatMap((field) => {
    const part = parts[field]
    const before = quantities[part]
    const after = body[field]
    if (after === undefined || after === before) return []
    const rate = rates[part]
    const isKnown = before !== null && rate !== null
    return [{ part, amount: isKnown ? times(rate, after) - times(rate, before) : null }]
  })
  return {
    known: sum(changes.map(({ amount }) => amount ?? 0n)),
    unknown: changes.filter(({ amount }) => amount === null).map(({ part }) => part),
    assumed: false,
  }
}

const noChange: Total = { known: 0n, unknown: [], assumed: false }

/**
 * What becomes of the difference between the service's own total and the rates when these come to `rateChange` more. What an unknown
 * rate explains stays with its part. A discount is taken for a share of the price, so that no price falls below 0.
 * A surcharge that nothing explains may be for any part, and is unknown at another size.
 */
const otherChange = ({ lines, known }: Breakdown, rateChange: Usd): Total => {
  const other = lines.find(({ part }) => part === 'other')?.amount ?? ZERO
  const isExplained = lines.some(({ amount }) => amount === null)
  const rated = known - other
  if (other === ZERO || (other > ZERO && isExplained)) return noChange
  if (other > ZERO || rated <= ZERO) return { known: -other, unknown: ['other'], assumed: false }
  return { ...noChange, known: (other * (rated + rateChange)) / rated - other }
}

/** A price per hour at another size, and what it has over the present one. */
interface PriceAtSize {
  after: Total
  change: Total
}

const atSize = (
  instance: Instance,
  price: Breakdown,
  body: UpdateBody,
  fields: readonly SizeField[],
): PriceAtSize => {
  const rates = sizeChange(instance, body, fields)
  const isSame = rates.known === ZERO && rates.unknown.length === 0
  const change = isSame ? noChange : sumCosts([rates, otherChange(price, rates.known)])
  return { after: sumCosts([price, change]), change }
}

/** What the instance would cost per hour at another size, while running and while stopped. */
export const costAtSize = (
  instance: Instance,
  body: UpdateBody,
): { running: PriceAtSize; stopped: PriceAtSize } => {
  const { running, stopped } = hourlyCost(instance)
  return {
    running: atSize(instance, running, body, sizeFields),
    stopped: atSize(instance, stopped, body, ['disk_size_gib']),
  }
}

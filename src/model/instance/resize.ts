import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { sum, times } from '#lib/money.ts'
import { wholeNumber } from '#lib/typed.ts'

import { hourlyCost, pricedOf, sumCosts, type Total } from '../pricing/cost.ts'
import { sizeProblem } from './size-problem.ts'

const sizeFields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const
type SizeField = (typeof sizeFields)[number]

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
const change = (instance: Instance, body: UpdateBody, fields: readonly SizeField[]): Total => {
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

/** What the instance would cost per hour at another size. What it has beyond its rates (a surcharge) is taken to stay. */
export const costAtSize = (instance: Instance, body: UpdateBody): { running: Total; stopped: Total } => {
  const { running, stopped } = hourlyCost(instance)
  return {
    running: sumCosts([running, change(instance, body, sizeFields)]),
    stopped: sumCosts([stopped, change(instance, body, ['disk_size_gib'])]),
  }
}

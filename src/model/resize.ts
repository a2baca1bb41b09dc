import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { sum, times, usd } from '#lib/money.ts'

import { hourlyCost, sumCosts, type CostPart, type Total } from './cost.ts'
import { sizeProblem, wholeNumber } from './size-problem.ts'

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

const priced = {
  n_vcpus: { part: 'vcpu', rate: 'vcpu_cost_hourly_usd' },
  mem_gib: { part: 'ram', rate: 'ram_cost_hourly_usd' },
  disk_size_gib: { part: 'storage', rate: 'storage_cost_hourly_usd' },
} as const satisfies Record<SizeField, { part: CostPart; rate: keyof Instance }>

/** What the change of some fields adds to the price per hour, at the instance's own rates. */
const change = (instance: Instance, body: UpdateBody, fields: readonly SizeField[]): Total => {
  const changes = fields.flatMap((field) => {
    const before = instance[field]
    const after = body[field]
    if (after === undefined || after === before) return []
    const rate = instance[priced[field].rate]
    const isKnown = before !== null && rate !== null
    const amount = isKnown ? times(usd(rate), after) - times(usd(rate), before) : null
    return [{ part: priced[field].part, amount }]
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

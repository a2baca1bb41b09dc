import type { Instance } from '#contract/instance.ts'
import { HOURS_PER_MONTH } from '#lib/money.ts'
import { type CostPart, hourlyCost } from '#model/pricing/cost.ts'
import { partWord } from '#model/pricing/price-text.ts'

import { partOrder } from './prices.ts'

const names = ([first, ...rest]: readonly Instance[]): string =>
  `${first?.name ?? ''}${rest.length === 0 ? '' : ` and ${rest.length} more`}`

const unknownNote = (part: CostPart, instances: readonly Instance[]): string => {
  const what = part === 'sentieon' ? 'Sentieon’s fee' : `The ${partWord(part)} rate`
  return `${what} on ${names(instances)} is not known.`
}

/**
 * What the figures of the page leave out, assume and cannot know: a sentence each. `past` are the parts without a known price in what the
 * month has come to.
 */
export const footnotes = (instances: readonly Instance[], past: readonly CostPart[] = []): string[] => {
  const prices = instances.map((instance) => ({ instance, now: hourlyCost(instance).now }))
  const unknown = partOrder.flatMap((part) => {
    const some = prices.filter(({ now }) => now.unknown.includes(part))
    if (some.length === 0 && past.includes(part))
      return [`Since the month began, ${partWord(part)} had no known rate at times.`]
    return some.length === 0
      ? []
      : [
          unknownNote(
            part,
            some.map(({ instance }) => instance),
          ),
        ]
  })
  const assumed = prices.filter(({ now }) => now.assumed).map(({ instance }) => instance)
  return [
    'List rates, before prepaid discounts.',
    `A month is ${HOURS_PER_MONTH} hours.`,
    ...unknown,
    ...(assumed.length === 0
      ? []
      : [`What ${names(assumed)} costs in its state is not documented: counted as running.`]),
  ]
}

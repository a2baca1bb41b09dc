import type { Instance } from '#contract/instance.ts'
import { HOURS_PER_MONTH } from '#lib/money.ts'
import { perObject } from '#lib/per-object.ts'
import { type CostPart, costParts, hourlyCost } from '#model/pricing/cost.ts'
import { partWord } from '#model/pricing/price-text.ts'

/** How many they are, and the name of the first. */
interface Named {
  first: string
  count: number
}

const names = ({ first, count }: Named): string => (count === 1 ? first : `${first} and ${count - 1} more`)

/** Whose prices are not known or assumed: looked for once a reading, and not whenever the month goes on. */
const doubtsOf = perObject((instances: readonly Instance[]) => {
  const unknown = new Map<CostPart, Named>()
  let assumed: Named | null = null
  for (const instance of instances) {
    const { now } = hourlyCost(instance)
    const one = { first: instance.name, count: 1 }
    for (const part of now.unknown) {
      const named = unknown.get(part)
      if (named === undefined) unknown.set(part, { ...one })
      else named.count += 1
    }
    if (!now.assumed) continue
    if (assumed === null) assumed = one
    else assumed.count += 1
  }
  return { unknown, assumed }
})

/**
 * What the figures of the page leave out, assume and cannot know: a sentence each. `past` are the parts without a known price in what the
 * month has come to.
 */
export const footnotes = (instances: readonly Instance[], past: readonly CostPart[] = []): string[] => {
  const { unknown, assumed } = doubtsOf(instances)
  return [
    'List rates, before prepaid discounts.',
    `A month is ${HOURS_PER_MONTH} hours.`,
    ...costParts.flatMap((part) => {
      const named = unknown.get(part)
      if (named !== undefined) {
        const what = part === 'sentieon' ? 'Sentieon’s fee' : `The ${partWord(part)} rate`
        return [`${what} on ${names(named)} is not known.`]
      }
      return past.includes(part)
        ? [`Since the month began, ${partWord(part)} had no known rate at times.`]
        : []
    }),
    ...(assumed === null
      ? []
      : [`What ${names(assumed)} costs in its state is not documented: counted as running.`]),
  ]
}

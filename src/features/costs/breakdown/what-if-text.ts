import { formatHourly, formatMonthly } from '#lib/format.ts'
import { perMonth } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import type { Total } from '#model/pricing/cost.ts'
import { hourlyText, monthlyText, unknownText } from '#model/pricing/price-text.ts'
import type { WhatIf } from '../what-if.ts'

/** "≈ $445 / month ($0.61 / h)", and what is not known of it. Takes an amount that is not below zero. */
const amountText = (change: Total): string => {
  const unknown = unknownText(change)
  if (unknown === null) return `${monthlyText(change)} / month (${formatHourly(change.known)} / h)`
  return change.known === 0n
    ? `an amount that is not known (${unknown})`
    : `at least ${formatMonthly(perMonth(change.known))} / month (${unknown})`
}

const negated = (change: Total): Total => ({ ...change, known: -change.known })

/** What a thought comes to, a sentence for each of its two ways: "Stopping 3 instances saves ≈ $1,204 / month ($1.65 / h)." */
export const whatIfSentences = (stopping: WhatIf, starting: WhatIf): string[] => [
  ...(stopping.stops > 0
    ? [`Stopping ${pluralize(stopping.stops, 'instance')} saves ${amountText(negated(stopping.change))}.`]
    : []),
  ...(starting.starts > 0
    ? [`Starting ${pluralize(starting.starts, 'instance')} adds ${amountText(starting.change)}.`]
    : []),
]

/** "$7.12 / h now, $5.47 / h then." */
export const beforeAfterText = ({ before, after }: WhatIf): string =>
  `${hourlyText(before)} / h now, ${hourlyText(after)} / h then.`

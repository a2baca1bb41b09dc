import { formatHourly, formatHourlyChange, formatMonthly, LOCALE } from '#lib/format.ts'
import { perDay, perMonth, type Usd } from '#lib/money.ts'

import type { CostPart, Total } from './cost.ts'

const partWords: Record<CostPart, string> = {
  vcpu: 'vCPU',
  ram: 'memory',
  storage: 'disk',
  gpu: 'GPU',
  sentieon: 'Sentieon',
  other: 'other',
}

/** The word for a part of a price: "vCPU", "memory", "disk". */
export const partWord = (part: CostPart): string => partWords[part]

const listed = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

/** "GPU rate unknown", "vCPU and memory rates unknown", or null where every rate is known. */
export const unknownText = ({ unknown }: Total): string | null =>
  unknown.length === 0
    ? null
    : `${listed.format(unknown.map(partWord))} ${unknown.length === 1 ? 'rate' : 'rates'} unknown`

/** "$0.61", "from $0.61", or "unknown" where nothing is known: never 0 for what is not known. */
const known = (total: Total, write: (hourly: Usd) => string): string => {
  if (total.unknown.length === 0) return write(total.known)
  return total.known === 0n ? 'unknown' : `from ${write(total.known)}`
}

/** A price per hour without its unit: "$0.61", "from $0.61", "unknown". */
export const hourlyText = (total: Total): string => known(total, formatHourly)

/** The same price over a day, a projection: "≈ $14.64". */
export const dailyText = (total: Total): string => known(total, (hourly) => formatMonthly(perDay(hourly)))

/** The same price over a month of 730 hours, a projection: "≈ $445". */
export const monthlyText = (total: Total): string => known(total, (hourly) => formatMonthly(perMonth(hourly)))

/** A change of a price per hour with its sign: "+$0.24", "-$0.56 (GPU rate unknown)". */
export const changeText = (change: Total): string => {
  const unknown = unknownText(change)
  if (unknown === null) return formatHourlyChange(change.known)
  return change.known === 0n ? `unknown (${unknown})` : `${formatHourlyChange(change.known)} (${unknown})`
}

/** An amount that its unknown parts come on top of, as part of a sentence: "≈ $73", "at least ≈ $73"; null where there is none. */
export const atLeastText = (
  { known: amount, unknown }: Total,
  write: (amount: Usd) => string,
): string | null => {
  if (amount === 0n) return unknown.length === 0 ? null : 'an amount that is not known'
  return `${unknown.length === 0 ? '' : 'at least '}${write(amount)}`
}

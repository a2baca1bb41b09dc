import { formatHourly, formatMonthly } from '#lib/format.ts'
import { perMonth } from '#lib/money.ts'

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

const listed = new Intl.ListFormat('en', { type: 'conjunction' })

/** "GPU rate unknown", "vCPU and memory rates unknown", or null where every rate is known. */
export const unknownText = ({ unknown }: Total): string | null =>
  unknown.length === 0
    ? null
    : `${listed.format(unknown.map(partWord))} ${unknown.length === 1 ? 'rate' : 'rates'} unknown`

/** A price per hour without its unit: "$0.61", "from $0.61", "unknown". Never 0 for what is not known. */
export const hourlyText = (total: Total): string => {
  if (total.unknown.length === 0) return formatHourly(total.known)
  return total.known === 0n ? 'unknown' : `from ${formatHourly(total.known)}`
}

/** The same price over a month of 730 hours, a projection: "≈ $445". */
export const monthlyText = (total: Total): string => {
  const month = formatMonthly(perMonth(total.known))
  if (total.unknown.length === 0) return month
  return total.known === 0n ? 'unknown' : `from ${month}`
}

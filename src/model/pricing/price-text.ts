import {
  formatHourly,
  formatHourlyChange,
  formatMonthly,
  formatProjected,
  formatRate,
} from '#lib/format-money.ts'
import { LOCALE } from '#lib/format.ts'
import { perDay, perMonth, type Usd } from '#lib/money.ts'

import type { Amount, CostPart } from './cost.ts'

const partWords: Record<CostPart, string> = {
  vcpu: 'vCPU',
  ram: 'RAM',
  storage: 'disk',
  gpu: 'GPU',
  sentieon: 'Sentieon',
  other: 'other',
}

/** The word for a part of a price: "vCPU", "RAM", "disk". */
export const partWord = (part: CostPart): string => partWords[part]

const listed = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

/** "GPU rate unknown", "vCPU and RAM rates unknown", or null where every rate is known. */
export const unknownText = ({ unknown }: Pick<Amount, 'unknown'>): string | null =>
  unknown.length === 0
    ? null
    : `${listed.format(unknown.map(partWord))} ${unknown.length === 1 ? 'rate' : 'rates'} unknown`

/** An amount as `write` has it, "from …" where a part of it is unknown, or "unknown" where all is: never 0 for what is not known. */
export const fromText = (amount: Amount, write: (known: Usd) => string): string => {
  if (amount.unknown.length === 0) return write(amount.known)
  return amount.known === 0n ? 'unknown' : `from ${write(amount.known)}`
}

/** A price per hour without its unit: "$0.610", "from $0.610", "unknown". */
export const hourlyText = (hourly: Amount): string => fromText(hourly, formatHourly)

/** The same in two pieces, for columns whose figures share an edge: what stands before the figure, and the figure. */
export const hourlyFigure = (hourly: Amount): { prefix: '' | 'from'; figure: string } =>
  hourly.unknown.length > 0 && hourly.known > 0n
    ? { prefix: 'from', figure: formatHourly(hourly.known) }
    : { prefix: '', figure: hourlyText(hourly) }

/** The exact price where three decimals hide a part of it, else null. */
export const hiddenDigits = ({ known }: Amount): string | null =>
  known % 1_000_000n === 0n ? null : formatRate(known)

/** The same to its last digit, for columns that add up: "$0.6100", "from $0.6100", "unknown". */
export const exactText = (hourly: Amount): string => fromText(hourly, formatRate)

/** The same price over a day, a projection: "≈ $14.64". */
export const dailyText = (hourly: Amount): string => fromText(hourly, (rate) => formatProjected(perDay(rate)))

/** The same price over a month of 730 hours, a projection: "≈ $445". */
export const monthlyText = (hourly: Amount): string =>
  fromText(hourly, (rate) => formatMonthly(perMonth(rate)))

/** The same where the price per hour beside it says "from" already: "≈ $445", "unknown". */
export const monthlyFigure = (hourly: Amount): string =>
  hourly.unknown.length > 0 && hourly.known === 0n ? 'unknown' : formatMonthly(perMonth(hourly.known))

/** A rate, or a line of a price, to its last digit: "$0.0150"; "unknown" where it is null. */
export const rateText = (rate: Usd | null): string => (rate === null ? 'unknown' : formatRate(rate))

/** A change of a price per hour with its sign: "+$0.240", "−$0.560 (GPU rate unknown)". */
export const changeText = (change: Amount): string => {
  const unknown = unknownText(change)
  if (unknown === null) return formatHourlyChange(change.known)
  return change.known === 0n ? `unknown (${unknown})` : `${formatHourlyChange(change.known)} (${unknown})`
}

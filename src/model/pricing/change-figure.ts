import {
  decimalsFor,
  formatHourly,
  formatHourlyChange,
  formatMonthly,
  money,
  rounded,
} from '#lib/format-money.ts'
import { NANO, perMonth, ZERO } from '#lib/money.ts'

import type { PriceChange } from './action-price.ts'
import { type Amount, isFree } from './cost.ts'
import { unknownText } from './price-text.ts'

/** What stands before a large figure, and the figure: "saves ≈" and "$409". */
export interface LeadAndFigure {
  lead: string
  figure: string
}

const size = (amount: bigint): bigint => (amount < ZERO ? -amount : amount)

const NEARLY = '≈\u00a0'

/** An hourly price as what it comes to in a month, its sign beside the verb. */
const monthly = (verb: string, hourly: bigint): LeadAndFigure => {
  const text = formatMonthly(perMonth(hourly))
  return text.startsWith(NEARLY)
    ? { lead: `${verb} ≈`, figure: text.slice(NEARLY.length) }
    : { lead: verb, figure: text }
}

/**
 * What a change of a price per hour comes to in a month of 730 hours, as one large figure: "saves ≈ $409", "adds ≈ $176", "saves at
 * least ≈ $409" where what is not known can only make it more. Null where it is not known, or is nothing.
 */
export const monthlyChange = (change: Amount): LeadAndFigure | null => {
  if (change.known === ZERO) return null
  const verb = change.known < ZERO ? 'saves' : 'adds'
  return monthly(change.unknown.length === 0 ? verb : `${verb} at least`, size(change.known))
}

/** A price per hour over a month, as one large figure: "costs ≈ $445", "costs from ≈ $445". Null where nothing of it is known. */
export const monthlyCost = (hourly: Amount): LeadAndFigure | null => {
  const isOpen = hourly.unknown.length > 0
  if (isOpen && hourly.known === ZERO) return null
  return monthly(isOpen ? 'costs from' : 'costs', hourly.known)
}

/** A change of a price per hour in a column whose figures share an edge: what stands before the figure, and the figure. */
export const changeColumn = (change: Amount): { prefix: '' | 'at least'; figure: string } => {
  if (change.unknown.length === 0) return { prefix: '', figure: formatHourlyChange(change.known) }
  return change.known === ZERO
    ? { prefix: '', figure: 'not known' }
    : { prefix: 'at least', figure: formatHourlyChange(change.known) }
}

/** The price of several disks, to end a sentence: "at $0.150 / h", "at no less than $0.150 / h"; null where it is not known. */
export const atPriceText = (hourly: Amount): string | null => {
  if (isFree(hourly) || hourly.known === ZERO) return null
  const price = `${formatHourly(hourly.known)} / h`.replaceAll(' ', '\u00a0')
  return hourly.unknown.length === 0 ? `at ${price}` : `at no less than ${price}`
}

/** A change of a price per hour in pieces, for columns whose figures share an edge. */
interface ChangeFigure {
  /** "from" where parts of it have no known price: these come on top of the figure. */
  prefix: '' | 'from'
  /** "+$0.280", "−$0.560", "$0.000"; "unknown" where nothing of it is known. */
  figure: string
  /** "GPU rate unknown"; null where all of it is known. */
  lacks: string | null
  /** Whether less is paid from then on. */
  isLess: boolean
}

/** Writes a change of a price per hour. */
export const changeFigure = (change: Amount): ChangeFigure => {
  const lacks = unknownText(change)
  const isAllUnknown = lacks !== null && change.known === ZERO
  return {
    prefix: lacks !== null && !isAllUnknown ? 'from' : '',
    figure: isAllUnknown ? 'unknown' : formatHourlyChange(change.known),
    lacks,
    isLess: change.known < ZERO,
  }
}

/**
 * What a change of a price per hour comes to in a month of 730 hours, with its sign: "−$1,387", "+$88", "−$80 (GPU rate unknown)". It is
 * the difference of the two months as they are shown, in whole dollars, so that the three add up; cents where that would hide it.
 */
export const monthlyChangeText = ({ before, after, change }: PriceChange): string => {
  const unknown = unknownText(change)
  const month = perMonth(change.known)
  if (month === 0n) return unknown === null ? money(0n, 0) : `unknown (${unknown})`
  const shown = rounded(perMonth(after.known), 0) - rounded(perMonth(before.known), 0)
  const text =
    shown === 0n ? money(month, decimalsFor(month, 2, 1), 'exceptZero') : money(shown * NANO, 0, 'exceptZero')
  return unknown === null ? text : `${text} (${unknown})`
}

import * as z from 'zod/mini'

import { fromDecimal, toDecimal, usd, type Usd } from '#lib/money.ts'
import { plainTyped } from '#lib/typed.ts'

/** Above this an hourly rate of one unit is a slip of the finger. */
const HIGHEST_RATE = usd(1000)
const HIGHEST_BUDGET = usd(10_000_000)

/** The dollar sign may be there, in front or behind. */
const withoutDollars = (text: string): string =>
  plainTyped(text)
    .replace(/^(?:US ?)?\$ ?/i, '')
    .replace(/ ?(?:\$|USD)$/i, '')

/** Dollars with a point, and nothing between the thousands or commas or spaces: "1500", "1,500.00", "1 500". */
const english = /^-?(?:\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+))?(?:\.\d*)?$/
/** One group of three digits behind a point or a comma: thousands to some, decimals to others. */
const twoWays = /^[1-9]\d{0,2}[.,]\d{3}$/
/** Thousands set off by points or spaces, or none, and a comma before the decimals, which some have and some have not. */
const continental = /^\d+(?:[. ]\d{3})*(?:,\d*)?$/

/** Reads what is typed as dollars, or says how to write it. Only what cannot mean another amount as well is read. */
const readDollars = (text: string, example: string, highest: Usd): Usd | string => {
  const typed = withoutDollars(text)
  const unusable = `Type dollars as a plain number, such as ${example}.`
  if (!/\d/.test(typed)) return unusable
  const whole = fromDecimal(typed.replace(/[.,]/, ''))
  const part = fromDecimal(typed.replace(',', '.'))
  if (twoWays.test(typed) && whole !== null && part !== null) {
    if (whole <= highest) return `That can be read two ways: type ${toDecimal(whole)} or ${toDecimal(part)}.`
    if (typed.includes(',')) return `Write it as ${toDecimal(part)}.`
  }
  if (english.test(typed))
    return fromDecimal(typed.replaceAll(/[, ]/g, '').replace(/^(-?)\./, '$10.')) ?? unusable
  const meant = continental.test(typed) ? fromDecimal(typed.replaceAll(/[. ]/g, '').replace(',', '.')) : null
  return meant === null ? unusable : `Write it as ${toDecimal(meant)}.`
}

/** An amount as typed, with or without `$`; the messages say what to type instead. */
const amountField = (example: string, highest: Usd, tooHigh: string) =>
  z.pipe(
    z.string(),
    z.pipe(
      z.transform((text: string, context): Usd => {
        const read = readDollars(text, example, highest)
        if (typeof read === 'bigint') return read
        context.issues.push({ code: 'custom', message: read, input: text })
        return z.NEVER
      }),
      z.bigint().check(z.gt(0n, 'Type an amount above 0.'), z.lte(highest, tooHigh)),
    ),
  )

/** An hourly rate per unit, as typed into a field. */
export const rateField = amountField('0.015', HIGHEST_RATE, 'That is more than $1,000 an hour for one unit.')

/** A budget per month, as typed into a field. */
export const budgetField = amountField('150', HIGHEST_BUDGET, 'That is more than $10,000,000 a month.')

/** The amount that a field reads in what is typed, or the sentence that says what to type instead. */
export const amountResult = (field: typeof rateField, text: string): Usd | string => {
  const result = z.safeParse(field, text)
  return result.success ? result.data : (result.error.issues[0]?.message ?? 'Type an amount of dollars.')
}

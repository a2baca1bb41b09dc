import * as z from 'zod/mini'

import { fromDecimal, usd, type Usd } from '#lib/money.ts'

/** Above this an hourly rate of one unit is a slip of the finger. */
const HIGHEST_RATE = usd(1000)
const HIGHEST_BUDGET = usd(10_000_000)

const typed = (text: string): Usd | null => fromDecimal(text.trim().replace(/^\$\s*/, ''))

/** An amount as typed, with or without `$`; the messages say what to type instead. */
const amountField = (example: string, highest: Usd, tooHigh: string) =>
  z.pipe(
    z
      .string()
      .check(z.refine((text) => typed(text) !== null, `Type dollars as a plain number, such as ${example}.`)),
    z.pipe(
      z.transform((text: string): Usd => typed(text) ?? 0n),
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

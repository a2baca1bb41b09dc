/**
 * Money as whole nano-dollars, so that no rate of the API is ever rounded on its way through the app and parts always add up to
 * the total shown. Only `format.ts` turns it into something to read.
 */
export type Usd = bigint

/** For components: the React Compiler does not know BigInt literals, and leaves out whatever contains one. */
export const ZERO: Usd = 0n

/** Nano-dollars in a dollar. */
export const NANO = 1_000_000_000n

/** A month at this rate is 730 hours (365 days × 24 h ÷ 12); wherever a monthly figure is shown, the page says so. */
export const HOURS_PER_MONTH = 730

const MS_PER_HOUR = 3_600_000n
const QUANTITY_DIGITS = 6
const QUANTITY_UNIT = 1_000_000n

/** `dividend ÷ divisor`, rounded to a whole number, half away from zero. The divisor is above zero. */
const divide = (dividend: bigint, divisor: bigint): bigint => {
  const half = divisor / 2n
  return (dividend < 0n ? dividend - half : dividend + half) / divisor
}

/** The slow and sure way: by the shortest decimal that stands for the number. */
const scaledByText = (value: number, digits: number): bigint => {
  if (!Number.isFinite(value)) throw new RangeError(`Not an amount: ${value}`)
  const [mantissa = '0', exponent = '0'] = value.toString().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const unscaled = BigInt(whole + fraction)
  const shift = digits + Number(exponent) - fraction.length
  return shift >= 0 ? unscaled * 10n ** BigInt(shift) : divide(unscaled, 10n ** BigInt(-shift))
}

/** Below this, a whole number of last decimals has at most 15 figures, and a number stands for one decimal only. */
const EXACT = 1e15

/** `value × 10^digits` as a whole number, exact in decimals: it reads the digits that JSON carried, not the binary fraction. */
const scaled = (value: number, digits: number): bigint => {
  const power = 10 ** digits
  const guess = Math.round(value * power)
  if (Math.abs(guess) < EXACT && guess / power === value) return BigInt(guess)
  return scaledByText(value, digits)
}

/** Dollars as the API sends them, to the nearest nano-dollar (half away from zero). Throws a RangeError if not finite. */
export const usd = (dollars: number): Usd => scaled(dollars, 9)

/**
 * A rate times a quantity (vCPUs, GiB, GPUs, hours). The quantity counts to its sixth decimal; the product is rounded once, to
 * the nearest nano-dollar.
 */
export const times = (rate: Usd, quantity: number): Usd =>
  divide(rate * scaled(quantity, QUANTITY_DIGITS), QUANTITY_UNIT)

/** What an hourly rate comes to over a duration in milliseconds. */
export const overTime = (hourly: Usd, durationMs: number): Usd =>
  divide(hourly * BigInt(Math.round(durationMs)), MS_PER_HOUR)

export const sum = (amounts: Iterable<Usd>): Usd => {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

/** What an hourly rate comes to in a day. */
export const perDay = (hourly: Usd): Usd => hourly * 24n

/** What an hourly rate comes to in a month of 730 hours. */
export const perMonth = (hourly: Usd): Usd => hourly * BigInt(HOURS_PER_MONTH)

/** The exact amount as a plain decimal ("0.0075"), for CSV, storage and form fields. */
export const toDecimal = (amount: Usd): string => {
  const size = amount < 0n ? -amount : amount
  const fraction = (size % NANO).toString().padStart(9, '0').replace(/0+$/, '')
  return `${amount < 0n ? '-' : ''}${size / NANO}${fraction === '' ? '' : `.${fraction}`}`
}

const decimal = /^(-?)(\d{1,15})(?:\.(\d{0,9}))?$/

/** Reads what `toDecimal` wrote, or what a person typed. Null when it is no decimal, or finer than a nano-dollar. */
export const fromDecimal = (text: string): Usd | null => {
  const parts = decimal.exec(text.trim())
  if (parts === null) return null
  const [, sign, whole = '0', fraction = ''] = parts
  const size = BigInt(whole) * NANO + BigInt(fraction.padEnd(9, '0'))
  return sign === '-' ? -size : size
}

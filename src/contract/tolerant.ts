import * as z from 'zod/mini'

/**
 * Pieces of the tolerant reader: each takes whatever JSON holds and answers a plain value, never an exception.
 * `null` means "the service did not say": the app shows it as unknown, never as 0 or "".
 */

const decimal = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i

const toNumber = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !decimal.test(value.trim())) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

const toText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

const isPort = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= 65_535

const toPorts = (value: unknown): number[] => {
  if (!Array.isArray(value)) return []
  const ports = value.map(toNumber).filter(isPort)
  return [...new Set(ports)].toSorted((a, b) => a - b)
}

const orNull = <T>(read: (value: unknown) => T | null) => z.pipe(z.optional(z.unknown()), z.transform(read))

/** A finite number of zero or more, also from a decimal string; anything else is null. */
export const amount = () =>
  orNull((value) => {
    const number = toNumber(value)
    return number !== null && number >= 0 ? number : null
  })

/** A string that says something; anything else, "" included, is null. */
export const text = () => orNull(toText)

/** A string that says something, or the stand-in. */
export const textOr = (standIn: string) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((value: unknown) => toText(value) ?? standIn),
  )

/** true or false; anything else is null. */
export const flag = () => orNull((value) => (typeof value === 'boolean' ? value : null))

/** Sorted distinct port numbers; what is not a port is left out, what is not a list is an empty one. */
export const ports = () => z.pipe(z.optional(z.unknown()), z.transform(toPorts))

/** Sorted distinct port numbers, or null where the answer has no list at all. */
export const portsOrNull = () => orNull((value) => (Array.isArray(value) ? toPorts(value) : null))

type Range = { min: number; max: number; step: number }

/** The whole or decimal number that `text` writes, or null. Exponents, signs in odd places and units are not numbers here. */
export const parseNumber = (text: string): number | null =>
  /^\s*-?\d+(\.\d+)?\s*$/u.test(text) ? Number(text) : null

/**
 * What the number field holds after an arrow key: `steps` steps from what is typed, kept inside the range. What cannot be
 * read as a number starts over at the lower end.
 */
export const stepNumber = (text: string, steps: number, { min, max, step }: Range): string => {
  const now = parseNumber(text)
  if (now === null) return String(min)
  const places = Math.max(decimals(now), decimals(step))
  const next = Math.min(max, Math.max(min, now + steps * step))
  return String(Number(next.toFixed(places)))
}

const decimals = (value: number): number => String(value).split('.')[1]?.length ?? 0

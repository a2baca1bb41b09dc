/** The round number at or above a value where an axis that holds it ends: 1, 2, 2.5, 5 or 10 times a power of ten. 1 for nothing. */
export const niceTop = (value: number): number => {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 2, 2.5, 5].find((step) => step * power >= value) ?? 10
  return factor * power
}

/** The local midnights between two times, ms since the epoch; a day on which the clocks change has 23 or 25 hours. */
const midnights = (from: number, to: number): number[] => {
  const start = new Date(from)
  const borders: number[] = []
  for (let day = 1; ; day += 1) {
    const midnight = new Date(start.getFullYear(), start.getMonth(), start.getDate() + day).getTime()
    if (midnight >= to) return borders
    borders.push(midnight)
  }
}

/** The local midnight at or before a time. */
export const dayStart = (time: number): number => new Date(time).setHours(0, 0, 0, 0)

/** The local midnight that begins the month of a time. */
export const monthStart = (time: number): number => {
  const date = new Date(time)
  return new Date(date.getFullYear(), date.getMonth(), 1).getTime()
}

/** A time cut at local midnights: its two ends and the borders of the days between, as `ledgerTotals` takes them. */
export const dayBorders = (from: number, to: number): number[] => [from, ...midnights(from, to), to]

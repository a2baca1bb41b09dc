/** How many of `length` ascending times are at or before `time`. */
export const countUntil = (length: number, timeOf: (index: number) => number, time: number): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (timeOf(middle) <= time) low = middle + 1
    else high = middle
  }
  return low
}

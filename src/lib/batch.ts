/** Collects what follows in quick succession, so that thousands of steps become a few writes. */
export interface Batch<T> {
  add: (item: T) => void
  /** Hands over at once what waits. */
  flush: () => void
}

/** `take` gets the first item at once and what follows within `withinMs` together, in order. */
export const createBatch = <T>(take: (items: readonly T[]) => void, withinMs: number): Batch<T> => {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const handOver = () => {
    const items = waiting
    waiting = []
    if (items.length > 0) take(items)
    return items.length > 0
  }
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined
      if (handOver()) rest()
    }, withinMs)
  }
  return {
    add: (item) => {
      waiting.push(item)
      if (timer !== undefined) return
      handOver()
      rest()
    },
    flush: () => {
      handOver()
    },
  }
}

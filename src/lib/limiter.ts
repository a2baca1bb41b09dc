/** Lets at most `limit` pieces of work run at a time; the others wait their turn, first come, first served. */
export const createLimiter = (limit: number) => {
  const waiting: (() => void)[] = []
  let running = 0

  /** Hands the place to whoever waits longest, so that nobody slips in between. */
  const leave = () => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < limit) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      leave()
    }
  }
}

/** Why there is no database: the browser refuses one, a newer version of the app has upgraded it, or it does not respond. */
export type DatabaseProblem = 'unavailable' | 'newer' | 'silent'

interface Closable {
  close: () => void
}

interface ConnectionOptions<Db extends Closable> {
  /** Opens the database; `onLost` is to be called when the browser, or a newer version, has closed it. */
  open: (onLost: () => void) => Promise<Db>
  /** Ends and undoes the transactions under way. */
  abort: () => void
  now: () => number
  /** How long an opening or one piece of work may take before it counts as silent, in milliseconds. */
  limitMs: number
  /** How long to go without it before another try, in milliseconds. */
  retryMs: number
}

export interface DatabaseConnection<Db> {
  /**
   * Runs one piece of work and returns its result; the stand-in where there is no database, or the work fails or takes too long.
   * Never throws. `limitMs` is for work that may take longer than usual; `late` tells work that its time is up: what it still does then
   * comes after it has counted as failed.
   */
  run: <T>(work: (db: Db, late: AbortSignal) => Promise<T>, standIn: T, limitMs?: number) => Promise<T>
  /** Null while all is well. */
  problem: () => DatabaseProblem | null
  /** Ends the rest after a failure: the next work tries at once. */
  retry: () => void
  /** Closes it for now: the next work opens it again. Work under way is finished. */
  close: () => void
  /** Before the page is frozen: breaks off what is under way and closes. All work is done, from its start, after `comeBack`. */
  leave: () => void
  comeBack: () => void
}

const isNamed = (error: unknown, name: string): boolean =>
  error instanceof DOMException && error.name === name

const late = Symbol('late')

const limited = async <T>(promise: Promise<T>, limitMs: number): Promise<T | typeof late> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), limitMs)
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Tells, by a promise, when a page that was left is back. */
const createPresence = () => {
  let waiting: (() => void)[] = []
  let isLeft = false
  return {
    leave: () => {
      isLeft = true
    },
    comeBack: () => {
      isLeft = false
      const all = waiting
      waiting = []
      for (const resolve of all) resolve()
    },
    back: () =>
      isLeft
        ? new Promise<void>((resolve) => {
            waiting.push(resolve)
          })
        : undefined,
  }
}

/** A database that may go away at any time, and is opened again when there is work for it. */
export const createDatabaseConnection = <Db extends Closable>({
  open,
  abort,
  now,
  limitMs,
  retryMs,
}: ConnectionOptions<Db>): DatabaseConnection<Db> => {
  /** `isLate`: its opening has taken longer than it may. */
  let attempt: { opening: Promise<Db | null>; db: Db | null; isLate: boolean } | null = null
  let problem: DatabaseProblem | null = null
  let failedAt = 0
  const presence = createPresence()
  let leaves = 0

  const fail = (kind: DatabaseProblem) => {
    problem = kind
    failedAt = now()
  }

  const begin = () => {
    const mine: NonNullable<typeof attempt> = { opening: Promise.resolve(null), db: null, isLate: false }
    const openNow = async (): Promise<Db | null> => {
      try {
        const db = await open(() => {
          if (attempt === mine) attempt = null
        })
        if (attempt !== mine) {
          db.close()
          return null
        }
        mine.db = db
        mine.isLate = false
        problem = null
        return db
      } catch (error) {
        if (attempt === mine) {
          attempt = null
          fail(isNamed(error, 'VersionError') ? 'newer' : 'unavailable')
        }
        return null
      }
    }
    attempt = mine
    mine.opening = openNow()
    return mine
  }

  const database = async (): Promise<Db | null> => {
    const isResting = problem !== null && Math.abs(now() - failedAt) < retryMs
    if (attempt?.isLate === true && !isResting) attempt = null
    if (attempt?.isLate === true || (attempt === null && isResting)) return null
    const current = attempt ?? begin()
    const db = await limited(current.opening, limitMs)
    if (db !== late) return db
    // It may have come in the same moment.
    if (current.db !== null) return current.db
    current.isLate = true
    if (attempt === current) fail('silent')
    return null
  }

  const drop = (db: Db) => {
    if (attempt?.db === db) attempt = null
    db.close()
  }

  const run = async <T>(
    work: (db: Db, late: AbortSignal) => Promise<T>,
    standIn: T,
    workMs = limitMs,
    isAgain = false,
  ): Promise<T> => {
    await presence.back()
    const leavesBefore = leaves
    const isBrokenOff = () => leaves !== leavesBefore
    const db = await database()
    if (isBrokenOff()) return run(work, standIn, workMs)
    if (db === null) return standIn
    try {
      const timeIsUp = new AbortController()
      const result = await limited(work(db, timeIsUp.signal), workMs)
      if (result !== late) {
        problem = null
        return result
      }
      if (isBrokenOff()) return await run(work, standIn, workMs)
      timeIsUp.abort()
      const isCurrent = attempt?.db === db
      drop(db)
      // The next work opens a connection of its own; where other work has failed on this one before, one may be on its way already.
      if (isCurrent) {
        problem = 'silent'
        retry()
      }
      return standIn
    } catch (error) {
      if (isBrokenOff()) return run(work, standIn, workMs)
      // It was closed between the opening and the work, which has therefore not begun.
      if (isAgain || !isNamed(error, 'InvalidStateError')) return standIn
      drop(db)
      return run(work, standIn, workMs, true)
    }
  }

  const retry = () => {
    failedAt = Number.NEGATIVE_INFINITY
  }

  const close = () => {
    const closing = attempt
    attempt = null
    closing?.db?.close()
  }

  return {
    run: (work, standIn, workMs) => run(work, standIn, workMs),
    problem: () => problem,
    retry,
    close,
    leave: () => {
      presence.leave()
      leaves += 1
      abort()
      close()
    },
    comeBack: presence.comeBack,
  }
}

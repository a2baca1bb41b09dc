import { SECOND } from '#lib/time.ts'

/** A place in the app: a path, and a query string as `URLSearchParams` writes it. */
export interface Place {
  path: string
  search: string
}

/** Takes a query string into the address of its page; throws where the browser has had enough of that for now. */
export type WriteSearch = (search: string, options: { replace: boolean }) => void

/** What the state machine needs of the browser. */
export interface AddressPort {
  /** The address as it really is; the router may still be on its way there. */
  real: () => Place
  now: () => number
  /** Runs it once after so many milliseconds; returns what calls it off. */
  later: (run: () => void, ms: number) => () => void
}

/** Typing is written at most this often. */
const TYPING_INTERVAL = 400
/** Safari throws at the hundredth write within 30 s; beyond this many we wait by ourselves, and leave some to links. */
const WINDOW = 30 * SECOND
const MOST_IN_WINDOW = 80
/** After the browser refused, it is tried again this much later, and twice as late each time: what it refuses may count as well. */
const RETRY = SECOND
const MOST_DOUBLINGS = 4

interface Asked extends Place {
  /** The query string that the address had when we last saw or wrote it: another one there now is somebody else's doing. */
  known: string
  /** How it is to be written, or null where it is written and the router has yet to get there. */
  pending: { replace: boolean } | null
  write: WriteSearch
}

/**
 * The query string as it was asked for, ahead of the address. It shows at once; typing is written now and then, and a step to go
 * back from at once. It ends when the router has arrived, and gives way at once to whatever else changes the address.
 */
export const createSearchAddress = ({ real, now, later }: AddressPort) => {
  let asked: Asked | null = null
  let writes: number[] = []
  let failures = 0
  let callOff: (() => void) | null = null
  const listeners = new Set<() => void>()

  const set = (next: Asked | null) => {
    asked = next
    if (next === null || next.pending === null) {
      callOff?.()
      callOff = null
    }
    for (const listener of listeners) listener()
  }

  const isOvertaken = ({ path, known }: Asked): boolean => {
    const { path: realPath, search } = real()
    return realPath !== path || search !== known
  }

  const schedule = (ms: number) => {
    callOff?.()
    callOff = later(() => {
      callOff = null
      flush()
    }, ms)
  }

  /** Writes what is pending, or says when to try again. */
  const flush = () => {
    if (asked === null || asked.pending === null) return
    if (isOvertaken(asked)) {
      set(null)
      return
    }
    const at = now()
    writes = writes.filter((time) => at - time < WINDOW)
    const [oldest] = writes
    if (writes.length >= MOST_IN_WINDOW && oldest !== undefined) {
      schedule(oldest + WINDOW - at)
      return
    }
    writes.push(at)
    const { search, pending, write } = asked
    if (search !== asked.known) {
      try {
        write(search, pending)
        failures = 0
      } catch {
        schedule(RETRY * 2 ** Math.min(failures, MOST_DOUBLINGS))
        failures += 1
        return
      }
    }
    // What was written may be less than what was asked for.
    set({ ...asked, known: real().search, pending: null })
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        // The last page that shows it goes: what waits belongs into the address that it was asked for.
        if (listeners.size > 0) return
        flush()
        set(null)
      }
    },
    /** What stands for the router's query string, as a stable value; null where nothing is ahead of it. */
    snapshot: (): Place | null => asked,
    /** The query string that the next change builds on. */
    base: (router: Place): string => {
      if (asked?.path === router.path && !isOvertaken(asked)) return asked.search
      const { path, search } = real()
      return path === router.path ? search : router.search
    },
    ask: ({ path, search }: Place, { replace }: { replace: boolean }, write: WriteSearch) => {
      const { path: realPath, search: known } = real()
      // Another page is on its way already.
      if (realPath !== path) return
      // A step is taken from what was typed last, so that going back leads there.
      if (!replace) flush()
      const before = asked
      const isStep = !replace || before?.pending?.replace === false
      const isAhead = before !== null && before.path === path && !isOvertaken(before)
      set({ path, search, known: isAhead ? before.known : known, pending: { replace: !isStep }, write })
      const last = writes.at(-1)
      const due = isStep || last === undefined ? 0 : last + TYPING_INTERVAL - now()
      // A write that waits already takes this along.
      if (!isStep && callOff !== null) return
      if (due <= 0) flush()
      else schedule(due)
    },
    flush,
    /** The router is at this place now: what was asked for has arrived, or was overtaken. */
    arrived: (router: Place) => {
      if (asked === null) return
      const hasArrived =
        asked.pending === null && asked.path === router.path && asked.search === router.search
      if (hasArrived || isOvertaken(asked)) set(null)
    },
    /** Somebody went back or forward, and that wins. */
    steppedBack: () => set(null),
  }
}

import { HOUR, MINUTE, SECOND } from './time.ts'

/** How eagerly to ask: `relaxed` asks a third as often, for slow or metered connections. */
export type PollPace = 'normal' | 'relaxed'

/** What decides when to ask the service again. Times in milliseconds since the epoch, durations in milliseconds. */
export interface PollInput {
  now: number
  /** When the newest transition now under way began, as seen here; null when all is at rest. */
  transitionSince: number | null
  /** Failures since the last answer. */
  failures: number
  /** What the service asked for with `Retry-After`, if it did. */
  retryAfterMs: number | null
  hidden: boolean
  offline: boolean
  pace: PollPace
  /** Someone asked to be told of changes: a hidden tab goes on looking, rarely. */
  watched: boolean
}

const FAST = 2 * SECOND
const DRAGGING = 5 * SECOND
const AT_REST = 10 * SECOND
/** How long a transition counts as new. */
const NEW_FOR = 2 * MINUTE
/** Browsers wake a hidden tab once a minute at most. */
const WATCHED = MINUTE
const FIRST_BACKOFF = 5 * SECOND
const LONGEST_BACKOFF = MINUTE
/** A `Retry-After` beyond this is obeyed up to here: nothing that asks again gives up, and timers overflow at 24 days. */
const LONGEST_OBEYED = HOUR

const stretches: Record<PollPace, number> = { normal: 1, relaxed: 3 }

/** An interval in milliseconds at the pace that was chosen. */
export const atPace = (interval: number, pace: PollPace): number => interval * stretches[pace]

const whileSeen = ({ now, transitionSince }: PollInput): number => {
  if (transitionSince === null) return AT_REST
  // A clock set back must not keep an old transition new, hence the distance and not the difference.
  return Math.abs(now - transitionSince) < NEW_FOR ? FAST : DRAGGING
}

const backoff = (failures: number): number =>
  failures > 0 ? Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (failures - 1)) : 0

/** Milliseconds to wait, of those that the service asked for with `Retry-After`. */
export const obeyed = (retryAfterMs: number | null): number =>
  retryAfterMs !== null && retryAfterMs > 0 ? Math.min(retryAfterMs, LONGEST_OBEYED) : 0

/**
 * Milliseconds until the next poll, or false while nobody wants or can get the answer. Fast while a transition is new, slower when
 * it drags on, slowest at rest; backs off on failures, waits as long as the service asks, and never gives up.
 */
export const pollDelay = (input: PollInput): number | false =>
  input.offline || (input.hidden && !input.watched)
    ? false
    : Math.max(
        input.hidden ? WATCHED : atPace(whileSeen(input), input.pace),
        backoff(input.failures),
        obeyed(input.retryAfterMs),
      )

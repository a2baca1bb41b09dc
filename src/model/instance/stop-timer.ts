import { DAY, HOUR, MINUTE } from '#lib/time.ts'

/** A stop that this browser asks for later; times in ms since the epoch. */
export type StopTimer = {
  uuid: string
  setAt: number
  /** Where it was asked for without success so far: when it may be asked for again. */
  againAt?: number | undefined
} &
  /** `isMissed` where its time went by unwatched: it is kept to tell of that, and asks for nothing any more. */
  ({ kind: 'at'; at: number; isMissed?: true | undefined } | { kind: 'idle' })

/** How long after its time a stop may still be asked for: a computer that slept for longer has missed it, and asks nothing. */
export const MISSED_AFTER = HOUR

/** What is to be done about a timer: wait for it, stop the instance now, or tell that its time went by unwatched. */
export const stopTimerDue = (
  timer: StopTimer,
  { now, idleSince }: { now: number; idleSince: number | null },
): 'wait' | 'stop' | 'missed' => {
  if (timer.kind === 'idle') return idleSince !== null && idleSince >= timer.setAt ? 'stop' : 'wait'
  if (now < timer.at) return 'wait'
  return now - timer.at > MISSED_AFTER ? 'missed' : 'stop'
}

/** What a digit of any script stands for: Unicode has them in rows from zero to nine. */
const plainDigit = (digit: string): string => {
  const point = digit.codePointAt(0) ?? 0
  let before = 0
  while (/^\p{Nd}$/u.test(String.fromCodePoint(point - before - 1))) before += 1
  return String(before % 10)
}

const offsetOf = (at: number): number => new Date(at).getTimezoneOffset() * MINUTE

/** The next time the clock shows "18:00", in ms since the epoch; null for what is no time of day. Takes the reader's own time zone. */
export const nextClock = (text: string, now: number): number | null => {
  const plain = text.trim().replaceAll(/\p{Nd}/gu, plainDigit)
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(plain) ?? []
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  const at = new Date(now).setHours(Number(hours), Number(minutes), 0, 0)
  if (at > now) return at
  // A clock that goes back shows it twice.
  const second = at + offsetOf(at + DAY) - offsetOf(at)
  const isShown = new Date(second).getHours() === Number(hours)
  if (second > now && isShown && new Date(second).getMinutes() === Number(minutes)) return second
  // Tomorrow by the calendar: a day may have 23 or 25 hours.
  return new Date(at).setDate(new Date(at).getDate() + 1)
}

/** After so many hours from now, as choices. */
export const stopAfterHours = [1, 2, 4, 8] as const

/** Clocks are put right by a little all the time. */
const tolerated = 10 * MINUTE

/**
 * A timer that is set in the future was set by a clock that has been put back since. How far ahead of it the stop was wanted is known, so
 * that counts anew from now. Any other timer as it is.
 */
export const asOfNow = (timer: StopTimer, now: number): StopTimer => {
  if (timer.setAt <= now + tolerated) return timer
  const { uuid, kind, setAt } = timer
  return kind === 'idle' ? { uuid, kind, setAt: now } : { uuid, kind, setAt: now, at: now + timer.at - setAt }
}

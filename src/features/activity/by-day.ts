import { formatDay } from '#lib/calendar.ts'
import { DAY } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'

/** Entries of one day of the reader's calendar. */
export interface ActivityDay {
  /** Midnight at its start, in milliseconds since the epoch. */
  start: number
  /** "Today", "Yesterday", or the date. */
  label: string
  entries: Happening[]
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

const labelOf = (start: number, now: number): string => {
  const today = dayOf(now)
  if (start === today) return 'Today'
  // Noon of the day before: a day of 23 or 25 hours leads to no other one.
  return start === dayOf(today - DAY / 2) ? 'Yesterday' : formatDay(start)
}

/** Entries in the days they belong to, in the order they come in. */
export const byDay = (entries: readonly Happening[], now: number): ActivityDay[] => {
  const days: ActivityDay[] = []
  for (const entry of entries) {
    const start = dayOf(entry.at)
    const last = days.at(-1)
    if (last?.start === start) last.entries.push(entry)
    else days.push({ start, label: labelOf(start, now), entries: [entry] })
  }
  return days
}

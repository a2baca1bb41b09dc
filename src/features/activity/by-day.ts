import { formatDay, formatShortDay } from '#lib/calendar.ts'
import { DAY } from '#lib/time.ts'
import { effectAfter } from '#model/activity/record.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { type Amount, sumCosts } from '#model/pricing/cost.ts'

import { subjectOf } from './activity-search.ts'

/** Entries of one day of the reader's calendar. */
export interface ActivityDay {
  /** Midnight at its start, in milliseconds since the epoch. */
  start: number
  /** "Today", "Yesterday", or the date. */
  label: string
  entries: Happening[]
  /** What they made of the price per hour, all together; null where none of them changed it. */
  net: Amount | null
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** Midnight so many days before another. Through noon, since a day can have 23 or 25 hours. */
const daysBefore = (start: number, days: number): number => dayOf(start + DAY / 2 - days * DAY)

const labelOf = (start: number, now: number): string => {
  const today = dayOf(now)
  if (start === today) return 'Today'
  return start === daysBefore(today, 1) ? 'Yesterday' : formatDay(start)
}

/**
 * What entries made of the price per hour, all together; null where none of them changed it. A price that is not known, and that came
 * and went with the same instance, is no part of it.
 */
export const netOf = (entries: readonly Happening[]): Amount | null => {
  const bySubject = new Map<string, Amount | null>()
  for (const entry of entries) {
    if (entry.effect === null) continue
    const subject = subjectOf(entry)
    bySubject.set(subject, effectAfter(bySubject.get(subject) ?? null, entry.effect))
  }
  if (bySubject.size === 0) return null
  return sumCosts(
    [...bySubject.values()].map((effect) => ({
      known: effect?.known ?? 0n,
      unknown: effect?.unknown ?? [],
      assumed: false,
    })),
  )
}

/** Entries in the days they belong to, in the order they come in. */
export const byDay = (entries: readonly Happening[], now: number): ActivityDay[] => {
  const days: ActivityDay[] = []
  for (const entry of entries) {
    const start = dayOf(entry.at)
    const last = days.at(-1)
    if (last?.start === start) last.entries.push(entry)
    else days.push({ start, label: labelOf(start, now), entries: [entry], net: null })
  }
  for (const day of days) day.net = netOf(day.entries)
  return days
}

/** One day as a bar: how many were asked for here, how many were seen, and how many of either failed. */
export interface DayBar {
  /** Midnight at its start, in milliseconds since the epoch. */
  start: number
  /** "Nov 24", and "today" for the last one. */
  label: string
  own: number
  seen: number
  failed: number
}

/** So many days have a bar, today's the last. */
const barredDays = 28

/** The bars of the last 28 days, the oldest first. */
export const dayBars = (entries: readonly Happening[], now: number): DayBar[] => {
  const today = dayOf(now)
  const bars = Array.from({ length: barredDays }, (_, index): DayBar => {
    const start = daysBefore(today, barredDays - 1 - index)
    return { start, label: start === today ? 'today' : formatShortDay(start), own: 0, seen: 0, failed: 0 }
  })
  const byStart = new Map(bars.map((bar) => [bar.start, bar]))
  for (const { at, kind, isOwn } of entries) {
    const bar = byStart.get(dayOf(at))
    if (bar !== undefined) bar[kind === 'failed' ? 'failed' : isOwn ? 'own' : 'seen'] += 1
  }
  return bars
}

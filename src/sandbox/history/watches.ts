import type { World } from '../world.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** A time during which a tab was open, both ends included, in ms since the epoch. */
export interface Watch {
  from: number
  to: number
}

/** A shorter pause is none: the app itself takes it for looking on. */
const pause = 5 * minute
/** How often an open tab reads the fleet. */
const lookEvery = 10_000

/** Hours before the world began, oldest first: the afternoons of a week, and one evening. None at night. */
const weekBefore: readonly (readonly [number, number])[] = [
  [167.5, 165],
  [149.5, 141],
  [125.5, 117],
  [101.5, 93],
  [77.5, 69],
  [53.5, 45],
  [29.5, 16],
]

/** When the first look was. */
export const firstLookOf = ({ seededAt }: World): number => seededAt - (weekBefore[0]?.[0] ?? 0) * hour

/** When somebody last did something to the world, as far as it knows: it keeps no record of what was done. */
const lastChange = ({ machines, seededAt }: World): number =>
  Math.max(seededAt, ...machines.map(({ meter }) => meter.since))

/**
 * When a tab of this browser was open, until `now` (ms), in order and apart. The hours of a day are counted from when the world began,
 * which somebody saw, so that they are nobody's night in whatever part of the world. Between then and the last change nobody looked,
 * since the world does not know what happened meanwhile.
 */
export const watchesOf = (world: World, now: number): Watch[] => {
  const { seededAt } = world
  const changedAt = lastChange(world)
  const since: Watch[] = []
  for (let from = seededAt + day - 5.5 * hour; from < now; from += day)
    since.push({ from, to: from + 8.5 * hour })
  const times: Watch[] = [
    ...weekBefore.map(([from, to]) => ({ from: seededAt - from * hour, to: seededAt - to * hour })),
    { from: seededAt - 9.5 * hour, to: changedAt === seededAt ? seededAt + 3 * hour : seededAt },
    ...since.map(({ from, to }) => ({ from: Math.max(from, changedAt), to })),
    { from: Math.max(changedAt, now - 5.5 * hour), to: now },
  ]
  const watches: Watch[] = []
  for (const { from, to } of times.toSorted((a, b) => a.from - b.from)) {
    const watch = { from: Math.round(from), to: Math.round(Math.min(to, now)) }
    const before = watches.at(-1)
    if (watch.from > watch.to) continue
    if (before !== undefined && watch.from - before.to <= pause) before.to = Math.max(before.to, watch.to)
    else watches.push(watch)
  }
  return watches
}

/** The first look at or after `time`; null where nobody looked any more. */
export const lookAfter = (watches: readonly Watch[], time: number): number | null => {
  const watch = watches.find(({ to }) => to >= time)
  if (watch === undefined) return null
  const { from, to } = watch
  return time <= from ? from : Math.min(to, from + Math.ceil((time - from) / lookEvery) * lookEvery)
}

/** The last look before `time`; null where nobody had looked yet. */
export const lookBefore = (watches: readonly Watch[], time: number): number | null => {
  const watch = watches.findLast(({ from }) => from < time)
  if (watch === undefined) return null
  const { from, to } = watch
  return time > to ? to : from + (Math.ceil((time - from) / lookEvery) - 1) * lookEvery
}

export const isWatched = (watches: readonly Watch[], time: number): boolean =>
  watches.some(({ from, to }) => from <= time && time <= to)

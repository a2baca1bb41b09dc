import { MINUTE } from '#lib/time.ts'

import type { Happening } from './happenings.ts'

/** As many of the last starts say what is usual. */
const counted = 14
/** Fewer than this are no rule. */
const fewest = 3

export interface UsualStart {
  /** How long each of the last starts took (ms), the newest first. */
  starts: readonly number[]
  /** Between these bounds (ms) lie the middle four fifths of them. */
  from: number
  to: number
  /** The middle one (ms). */
  median: number
}

/** How long starts take that this browser saw from beginning to end, of the same type and flavor; null for fewer than three. */
export const usualStart = (
  happenings: readonly Happening[],
  { flavor, resource_type }: { flavor: string; resource_type: string },
): UsualStart | null => {
  const starts = happenings
    .flatMap(({ kind, took, environment, isOpen }) =>
      (kind === 'created' || kind === 'started') &&
      !isOpen &&
      took !== null &&
      environment?.flavor === flavor &&
      environment.resource_type === resource_type
        ? [took]
        : [],
    )
    .slice(0, counted)
  if (starts.length < fewest) return null
  const sorted = starts.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return { starts, from: at(0.1), to: at(0.9), median: at(0.5) }
}

/** Past so many times the slowest usual start one is overdue, but never before two minutes, nor before ten where nothing is usual. */
const SLOW = 3
const SOONEST = 2 * MINUTE
const UNKNOWN = 10 * MINUTE

/** How long a start may take (ms) before it is overdue. */
export const startLimit = (usual: UsualStart | null): number =>
  usual === null ? UNKNOWN : Math.max(SOONEST, SLOW * Math.max(...usual.starts))

/** Everything else takes seconds. */
const anyOther = 3 * MINUTE

/** From when on (ms since the epoch) what goes on has taken longer than it should: a start by the starts of its kind. */
export const overdueFrom = (
  { at, kind, environment }: Happening,
  happenings: readonly Happening[],
): number => {
  if (kind !== 'created' && kind !== 'started') return at + anyOther
  const usual = environment === null ? null : usualStart(happenings, environment)
  return at + startLimit(usual)
}

import type { Stretch } from './stretches.ts'
import type { Watch } from './ledger.ts'

/** When at least one instance was unseen because of a change, in order of time and without overlap. */
export const gapsOf = (stretches: readonly Stretch[]): Watch[] => {
  const sorted = stretches.filter(({ isGap }) => isGap).toSorted((a, b) => a.from - b.from)
  const joined: Watch[] = []
  for (const { from, to } of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** The pieces of these times that lie between `from` and `to`. */
export const overlap = (times: readonly Watch[], from: number, to: number): Watch[] =>
  times
    .filter((time) => time.from < to && time.to > from)
    .map((time) => ({ from: Math.max(time.from, from), to: Math.min(time.to, to) }))

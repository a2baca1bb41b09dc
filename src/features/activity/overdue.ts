import { MINUTE } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { startLimit, usualStart } from '#model/activity/usual-starts.ts'

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

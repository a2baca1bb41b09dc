import { HOUR, MINUTE } from '#lib/time.ts'

import type { UsageHistory } from './usage.ts'

/**
 * What a line of the last hour is drawn from: the readings up to the first one of the minute of the last, and the start of that minute,
 * so that it is drawn once a minute and not with every reading. The minute goes on by itself where none come. `key` is the same for as
 * long as both are.
 */
export const lineOfHour = (samples: UsageHistory, now: number) => {
  const newest = Math.max(samples.at(-1)?.at ?? 0, now - MINUTE)
  const minute = Math.floor(newest / MINUTE) * MINUTE
  // From the end: it is asked at each reading, and only the last few are of this minute.
  let end = samples.length
  while ((samples[end - 1]?.at ?? -1) >= minute) end -= 1
  const drawn = samples.slice(0, end + 1)
  // What leaves the hour at its start is not drawn any more; what is added there, once it is read from storage, is.
  const from = Math.max(drawn[0]?.at ?? 0, minute - HOUR + MINUTE)
  return { drawn, minute, key: `${minute} ${from} ${drawn.length === 0}` }
}

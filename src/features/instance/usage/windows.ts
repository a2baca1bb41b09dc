import { oneOf, searchCodec } from '#lib/search-params.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import type { UsageHistory } from '#model/usage/usage.ts'

/** How far back the charts look; `auto` is the smallest that holds what is stored, an hour at most. */
export const windowIds = ['5min', '15min', '1h', '24h'] as const
export type WindowId = (typeof windowIds)[number]

export interface UsageWindow {
  label: string
  /** In milliseconds. */
  length: number
  /** Samples within one such stretch of time are drawn as their extremes; 0 draws every one. Milliseconds. */
  step: number
}

export const usageWindows: Readonly<Record<WindowId, UsageWindow>> = {
  '5min': { label: '5 min', length: 5 * MINUTE, step: 0 },
  '15min': { label: '15 min', length: 15 * MINUTE, step: 15 * SECOND },
  '1h': { label: '1 h', length: HOUR, step: MINUTE },
  '24h': { label: '24 h', length: 24 * HOUR, step: 24 * MINUTE },
}
const firstMinute: UsageWindow = { label: '1 min', length: MINUTE, step: 0 }

/** `?window=` of the instance page. */
export const windowSearch = searchCodec({ window: oneOf(['auto', ...windowIds], 'auto') })

/** The window that nobody has chosen: it grows with what is stored of the hour before `to` (ms since the epoch). */
export const autoWindow = (
  history: UsageHistory,
  to: number,
): { id: WindowId | null; window: UsageWindow } => {
  const first = history.find(({ at }) => at >= to - HOUR)?.at ?? to
  const age = to - first
  if (age < MINUTE) return { id: null, window: firstMinute }
  const id = windowIds.find((one) => age <= usageWindows[one].length) ?? '1h'
  return { id, window: usageWindows[id] }
}

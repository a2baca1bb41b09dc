import { oneOf, searchCodec } from '#lib/search-params.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

/** How far back the charts look. */
export const windowIds = ['5min', '15min', '1h', '24h'] as const
export type WindowId = (typeof windowIds)[number]

interface UsageWindow {
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

/** `?window=` of the instance page. */
export const windowSearch = searchCodec({ window: oneOf(windowIds, '15min') })

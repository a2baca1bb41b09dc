import { csvText } from '#lib/csv.ts'
import { toDecimal } from '#lib/money.ts'
import { isoText, SECOND } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'

/**
 * The entries as a table to work with elsewhere: times in UTC, seconds, exact dollars an hour. What is not known is an empty cell; a rate
 * that is not known is named, and the effect is that of the others.
 */
export const activityCsv = (entries: readonly Happening[]): string =>
  csvText([
    [
      'time',
      'kind',
      'name',
      'uuid',
      'what_happened',
      'took_seconds',
      'effect_usd_per_hour',
      'effect_unknown_rates',
      'asked_or_seen',
    ],
    ...entries.map(({ at, kind, name, uuid, title, took, effect, isOwn }) => [
      isoText(at),
      kind,
      name,
      uuid,
      title.replaceAll('\u00a0', ' '),
      took === null ? null : took / SECOND,
      effect === null ? null : toDecimal(effect.known),
      effect === null ? null : effect.unknown.join(' '),
      isOwn ? 'asked here' : 'seen',
    ]),
  ])

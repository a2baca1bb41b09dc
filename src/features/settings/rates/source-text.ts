import { formatAgo } from '#lib/format.ts'
import { rateText } from '#model/pricing/price-text.ts'
import type { RateGroup, RateRow } from './rate-table.ts'
import type { SourcedRate } from '#model/pricing/rates.ts'

const unknown = 'Unknown: none is published, and no instance of yours tells it.'

const from = ({ source }: SourcedRate, now: number): string => {
  switch (source.kind) {
    case 'instance':
      return `as on your ${source.name}${source.createdAt === null ? '' : `, ${formatAgo(now - source.createdAt)}`}`
    case 'list':
      return `published list price of ${source.dated}, before any discount`
    default:
      return 'your own rate'
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** Where a rate comes from, in a sentence; for one of the user's own also what would apply without it. */
export const sourceText = ({ applies, otherwise }: RateRow, now: number): string => {
  if (applies === null) return unknown
  if (applies.source.kind !== 'override') return sentence(from(applies, now))
  return otherwise === null
    ? 'Your own rate. Without it, it would be unknown.'
    : `Your own rate. Without it: ${rateText(otherwise.rate)}, ${from(otherwise, now)}.`
}

/** Where most of what is not the user's own comes from, in a few words for the head of the panel. */
export const mostlyFrom = (groups: readonly RateGroup[]): string => {
  const sources = groups.flatMap(({ rows }) => rows.flatMap(({ applies }) => applies?.source ?? []))
  if (sources.some(({ kind }) => kind === 'instance')) return 'from your instances'
  const list = sources.find((source) => source.kind === 'list')
  return list === undefined ? 'your own' : `list prices of ${list.dated}`
}

import { freeText, oneOf, searchCodec } from '#lib/search-params.ts'
import { matches } from '#lib/text.ts'
import type { ActivityEntry } from '#storage/activity.ts'

const kinds = ['all', 'did', 'saw'] as const

/** What of the record is looked at, as it stands in the address. */
export const activitySearch = searchCodec({ q: freeText(), kind: oneOf(kinds, 'all') })
export type ActivityView = ReturnType<typeof activitySearch.read>

/** The entries that a view shows, in their own order. */
export const entriesIn = (entries: readonly ActivityEntry[], { q, kind }: ActivityView): ActivityEntry[] =>
  entries.filter(
    (entry) => (kind === 'all' || entry.kind === kind) && matches([entry.name, entry.uuid, entry.text], q),
  )

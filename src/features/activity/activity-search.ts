import { freeText, oneOf, searchCodec } from '#lib/search-params.ts'
import { matches } from '#lib/text.ts'
import type { Happening } from '#model/activity/happenings.ts'

const kinds = ['all', 'did', 'saw'] as const

/** What of the record is looked at, as it stands in the address. */
export const activitySearch = searchCodec({ q: freeText(), kind: oneOf(kinds, 'all') })
export type ActivityView = ReturnType<typeof activitySearch.read>

/** The entries that a view shows, in their own order. */
export const entriesIn = (entries: readonly Happening[], { q, kind }: ActivityView): Happening[] =>
  entries.filter(
    (entry) =>
      (kind === 'all' || entry.isOwn === (kind === 'did')) &&
      matches([entry.name, entry.uuid, entry.title], q),
  )

import { freeText, oneOf, searchCodec } from '#lib/search-params.ts'
import { fold, hasWords, searchWords } from '#lib/text.ts'
import type { Happening } from '#model/activity/happenings.ts'

/** Who: `did` is what was asked for here, `saw` what was seen to happen. Old links have these two. */
const kinds = ['all', 'did', 'saw'] as const

/** What happened, by the words of the toolbar. */
const whats = ['all', 'started', 'stopped', 'resized', 'ports', 'failed'] as const
export type What = (typeof whats)[number]

/** What of the record is looked at, as it stands in the address. `instance` is a uuid or a name, of now or of earlier. */
export const activitySearch = searchCodec({
  q: freeText(),
  kind: oneOf(kinds, 'all'),
  what: oneOf(whats, 'all'),
  instance: freeText(),
})
export type ActivityView = ReturnType<typeof activitySearch.read>

/** A view that shows everything. */
export const everything: ActivityView = activitySearch.read(new URLSearchParams())

/** Whether a view leaves anything out. */
export const isNarrowed = ({ q, kind, what, instance }: ActivityView): boolean =>
  q !== '' || kind !== 'all' || what !== 'all' || instance !== ''

const whatOf: Readonly<Record<Happening['kind'], What | null>> = {
  created: 'started',
  started: 'started',
  stopped: 'stopped',
  deleted: 'stopped',
  resized: 'resized',
  ports: 'ports',
  failed: 'failed',
  renamed: null,
  other: null,
}

/** What an instance is known by in the record: its uuid, or its name where it never had one. */
export const subjectOf = ({ uuid, name }: Pick<Happening, 'uuid' | 'name'>): string => uuid ?? name

/** An instance of the record with the newest of its names, and how many entries tell of it. */
export interface Subject {
  subject: string
  name: string
  count: number
}

/** The instances that the record tells of, the last one that something happened to first. */
export const subjectsIn = (entries: readonly Happening[]): Subject[] => {
  const found = new Map<string, Subject>()
  for (const entry of entries) {
    const subject = subjectOf(entry)
    const known = found.get(subject)
    if (known === undefined) found.set(subject, { subject, name: entry.name, count: 1 })
    else known.count += 1
  }
  return [...found.values()]
}

/** The instances that a uuid or a name means: whoever has it, or ever had it. */
const meantBy = (entries: readonly Happening[], instance: string): ReadonlySet<string> =>
  new Set(
    entries
      .filter((entry) => entry.name === instance || subjectOf(entry) === instance)
      .map((entry) => subjectOf(entry)),
  )

/** What the filter by instance is called: the newest name of whom it means, or its own words where it means nobody. */
export const instanceLabel = (entries: readonly Happening[], instance: string): string => {
  const meant = meantBy(entries, instance)
  return entries.find((entry) => meant.has(subjectOf(entry)))?.name ?? instance
}

/** The entries that a view shows, in their own order. */
export const entriesIn = (
  entries: readonly Happening[],
  { q, kind, what, instance }: ActivityView,
): Happening[] => {
  const words = searchWords(q)
  const meant = instance === '' ? null : meantBy(entries, instance)
  return entries.filter(
    (entry) =>
      (kind === 'all' || entry.isOwn === (kind === 'did')) &&
      (what === 'all' || whatOf[entry.kind] === what) &&
      (meant === null || meant.has(subjectOf(entry))) &&
      (words.length === 0 || hasWords(fold(`${entry.name}\n${entry.uuid ?? ''}\n${entry.title}`), words)),
  )
}

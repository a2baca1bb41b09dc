import type { Mark, Marks } from './annotations.ts'

/** How much is kept: instances of one account; characters of a note and of a tag; tags of an instance. */
export const markLimits = { instances: 2000, note: 2000, tags: 20, tag: 32 } as const

export const noMark: Mark = { locked: false, note: '', tags: [] }

/** A tag as it is kept: lower case, with single spaces, no longer than the limit; empty where nothing is left. */
export const cleanTag = (tag: string): string =>
  tag.toLowerCase().replaceAll(/\s+/g, ' ').trim().slice(0, markLimits.tag).trim()

const clean = ({ locked, note, tags }: Mark): Mark => ({
  locked,
  note: note.slice(0, markLimits.note),
  tags: [...new Set(tags.map(cleanTag).filter(Boolean))].slice(0, markLimits.tags),
})

/**
 * The marks after a change to one instance; an empty mark is taken off. Null where one instance more would be too many: making
 * room would silently lift somebody's lock.
 */
export const withMark = (marks: Marks, uuid: string, change: Partial<Mark>): Marks | null => {
  const mark = clean({ ...(marks.get(uuid) ?? noMark), ...change })
  const next = new Map(marks)
  if (mark.locked || mark.note.trim() !== '' || mark.tags.length > 0) next.set(uuid, mark)
  else next.delete(uuid)
  return next.size > markLimits.instances && next.size > marks.size ? null : next
}

import { type Act, type ActRule, canAct } from './acts.ts'

/** What somebody at this browser put on an instance. The service knows nothing of it. */
export interface Mark {
  /** Blocks stop and delete until it is lifted. */
  locked: boolean
  note: string
  /** Lower case, each once, in the order they were given. */
  tags: readonly string[]
}

/** The marks of an account, by uuid. Instances without a mark are not in it. */
export type Marks = ReadonlyMap<string, Mark>

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

const blockedByLock: ReadonlySet<Act> = new Set(['stop', 'delete'])

/** What may be asked of an instance here: the state table, and on top of it the locks of this browser. */
export const ruleWithLocks =
  (marks: Marks): ActRule =>
  (act, instance) => {
    const verdict = canAct(act, instance)
    return verdict.allowed && blockedByLock.has(act) && marks.get(instance.uuid)?.locked === true
      ? { allowed: false, reason: 'Locked in this browser: unlock it first.' }
      : verdict
  }

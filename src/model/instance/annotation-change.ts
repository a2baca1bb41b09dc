import type { Annotation, Annotations } from './annotations.ts'

/** How much is kept: instances of one account; characters of a note and of a tag; tags of an instance. */
export const annotationLimits = { instances: 2000, note: 2000, tags: 20, tag: 32 } as const

export const noAnnotation: Annotation = { locked: false, note: '', tags: [] }

/** A tag as it is kept: lower case, with single spaces, no longer than the limit; empty where nothing is left. */
export const cleanTag = (tag: string): string =>
  tag.toLowerCase().replaceAll(/\s+/g, ' ').trim().slice(0, annotationLimits.tag).trim()

const clean = ({ locked, note, tags }: Annotation): Annotation => ({
  locked,
  note: note.slice(0, annotationLimits.note),
  tags: [...new Set(tags.map(cleanTag).filter(Boolean))].slice(0, annotationLimits.tags),
})

/**
 * The marks after a change to one instance; an empty mark is taken off. Null where one instance more would be too many: making
 * room would silently lift somebody's lock.
 */
export const withAnnotation = (
  annotations: Annotations,
  uuid: string,
  change: Partial<Annotation>,
): Annotations | null => {
  const annotation = clean({ ...(annotations.get(uuid) ?? noAnnotation), ...change })
  const next = new Map(annotations)
  if (annotation.locked || annotation.note.trim() !== '' || annotation.tags.length > 0)
    next.set(uuid, annotation)
  else next.delete(uuid)
  return next.size > annotationLimits.instances && next.size > annotations.size ? null : next
}

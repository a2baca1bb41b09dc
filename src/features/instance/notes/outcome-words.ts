import { formatCount } from '#lib/format.ts'
import type { AnnotationOutcome } from '#storage/use-annotation.ts'
import { annotationLimits } from '#model/instance/annotation-change.ts'

/** What to say after a lock, a note or a tag was changed. */
export const outcomeWords: Record<AnnotationOutcome, string> = {
  stored: 'Saved in this browser.',
  'not stored': 'The storage of this browser is full or blocked: this holds until the page is closed.',
  'too many': `Nothing was saved: this browser keeps locks, notes and tags of ${formatCount(annotationLimits.instances)} instances. Take them off another one first.`,
}

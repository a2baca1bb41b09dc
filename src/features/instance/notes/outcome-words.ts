import { formatCount } from '#lib/format.ts'
import type { MarkOutcome } from '#storage/use-annotation.ts'
import { markLimits } from '#model/instance/annotation-change.ts'

/** What to say after a lock, a note or a tag was changed. */
export const outcomeWords: Record<MarkOutcome, string> = {
  kept: 'Saved in this browser.',
  'not kept': 'The storage of this browser is full or blocked: this holds until the page is closed.',
  'too many': `Nothing was saved: this browser keeps locks, notes and tags of ${formatCount(markLimits.instances)} instances. Take them off another one first.`,
}

import { SECOND } from '#lib/time.ts'

import type { Change, RecordEntry } from './record.ts'

/** Two tabs that read within this time of each other can both have told of a change, if one of them was slow to write it. */
const overtaken = 10 * SECOND

const outcomeOf = (change: Change): string =>
  change.of === 'state' ? change.to : change.of === 'there' ? change.state : JSON.stringify(change)

/** Whether the change before the one at `index` of the same sort, a moment ago, came to the same. Entries are those of one instance. */
export const isToldAlready = (entries: readonly RecordEntry[], index: number): boolean => {
  const entry = entries[index]
  if (entry?.change === undefined) return false
  const { of } = entry.change
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = entries[at]
    if (before === undefined || entry.at - before.at > overtaken) return false
    if (before.change?.of === of) return outcomeOf(before.change) === outcomeOf(entry.change)
  }
  return false
}

import { useApi } from '#api/api-context.ts'
import { noMark, withMark } from '#model/instance/annotation-change.ts'
import type { Mark } from '#model/instance/annotations.ts'

import { useKept } from './stored-value.ts'
import { keptMarks } from './annotations.ts'

/** `not kept`: it holds until the page is closed. `too many`: nothing was changed. */
export type MarkOutcome = 'kept' | 'not kept' | 'too many'

/** The mark of one instance, and the way to change it. */
export const useMark = (uuid: string) => {
  const { connectionId } = useApi()
  const marks = keptMarks.of(connectionId)
  const mark = useKept(marks).get(uuid) ?? noMark
  const change = (part: Partial<Mark>): MarkOutcome => {
    const next = withMark(marks.read(), uuid, part)
    if (next === null) return 'too many'
    return marks.write(next) ? 'kept' : 'not kept'
  }
  return { mark, change }
}

import * as z from 'zod/mini'

import { useApi } from '#api/api-context.ts'
import type { ActRule } from '#model/acts.ts'
import { type Mark, type Marks, noMark, ruleWithLocks, withMark } from '#model/marks.ts'

import { createKeptByAccount, useKept } from './kept.ts'

const markSchema = z.object({
  locked: z.boolean(),
  note: z.string(),
  tags: z.readonly(z.array(z.string())),
})

/** In storage a list of pairs, since a uuid is a word from outside and no safe name for a property. */
const marksSchema = z.codec(
  z.array(z.tuple([z.string(), markSchema])),
  z.readonly(z.map(z.string(), markSchema)),
  {
    decode: (pairs) => new Map(pairs),
    encode: (marks) => [...marks],
  },
)

export const keptMarks = createKeptByAccount({ name: 'marks', schema: marksSchema, fallback: new Map() })

/** The locks, notes and tags of an account, for whoever is no component. */
export const marksOf = (connectionId: string) => keptMarks.of(connectionId)

/** The locks, notes and tags of the account in use, by uuid. The same object until one of them changes. */
export const useMarks = (): Marks => useKept(keptMarks.of(useApi().connectionId))

/** What may be asked of an instance here, locks included: the one rule for every button, menu and command that acts. */
export const useActRule = (): ActRule => ruleWithLocks(useMarks())

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

import * as z from 'zod/mini'

import { useApi } from '#api/api-context.ts'
import type { ActRule } from '#model/instance/actions.ts'
import { type Marks, ruleWithLocks } from '#model/instance/annotations.ts'

import { createKeptByAccount, useKept } from './stored-value.ts'

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

import * as z from 'zod/mini'

import { useApi } from '#api/api-context.ts'
import type { ActionRule } from '#model/instance/actions.ts'
import { type Annotations, ruleWithLocks } from '#model/instance/annotations.ts'

import { createStoredByAccount, useStored } from './stored-value.ts'

const annotationSchema = z.object({
  locked: z.boolean(),
  note: z.string(),
  tags: z.readonly(z.array(z.string())),
})

/** In storage a list of pairs, since a uuid is a word from outside and no safe name for a property. */
const annotationsSchema = z.codec(
  z.array(z.tuple([z.string(), annotationSchema])),
  z.readonly(z.map(z.string(), annotationSchema)),
  {
    decode: (pairs) => new Map(pairs),
    encode: (annotations) => [...annotations],
  },
)

export const storedAnnotations = createStoredByAccount({
  name: 'marks',
  schema: annotationsSchema,
  fallback: new Map(),
})

/** The locks, notes and tags of an account, for whoever is no component. */
export const annotationsOf = (connectionId: string) => storedAnnotations.of(connectionId)

/** The locks, notes and tags of the account in use, by uuid. The same object until one of them changes. */
export const useAnnotations = (): Annotations => useStored(storedAnnotations.of(useApi().connectionId))

/** What may be asked of an instance here, locks included: the one rule for every button, menu and command that actions. */
export const useActionRule = (): ActionRule => ruleWithLocks(useAnnotations())

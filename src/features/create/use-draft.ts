import { useEffect, useEffectEvent } from 'react'
import type { UseFormReturn } from 'react-hook-form'

import { useApi } from '#api/api-context.ts'
import type { CreateForm } from '#model/create/create-form.ts'

import { writeDraft } from './draft-store.ts'

/** Keeps what is typed for this tab, and tells of each change. `search` is the query string the form was begun from. */
export const useDraft = (
  { subscribe }: UseFormReturn<CreateForm>,
  search: string,
  onChange: () => void,
): void => {
  const { connectionId } = useApi()
  const changed = useEffectEvent((form: CreateForm) => {
    writeDraft(connectionId, search, form)
    onChange()
  })

  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => changed(values) }),
    [subscribe],
  )
}

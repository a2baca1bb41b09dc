import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

import type { ApiError } from '#api/api-error.ts'

/** Messages of the service that no field of the form can show, with the name of the field they are about. */
export interface UnplacedError {
  field: string
  message: string
}

/**
 * Puts the messages of a 400 at their fields and the focus on the first of them, in the order of `fields` (the page's). Answers
 * what belongs to no field of the form: the caller shows that over the form, so that no message is lost.
 */
export const applyServerErrors = <Values extends FieldValues>(
  { setError, setFocus }: Pick<UseFormReturn<Values>, 'setError' | 'setFocus'>,
  error: Pick<ApiError, 'fields'>,
  fields: readonly FieldPath<Values>[],
): UnplacedError[] => {
  const messages = new Map(Object.entries(error.fields).map(([field, said]) => [field, said.join('\n')]))
  const placed = fields.filter((field) => messages.has(field))
  for (const field of placed) setError(field, { type: 'server', message: messages.get(field) ?? '' })
  const [first] = placed
  if (first !== undefined) setFocus(first)
  return [...messages]
    .filter(([field]) => fields.every((known) => known !== field))
    .map(([field, message]) => ({ field, message }))
}

import type { ComponentProps } from 'react'
import type { FieldValues } from 'react-hook-form'

import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'

import { type FieldBinding, useField } from './use-field.ts'

type TextAreaFieldProps<Values extends FieldValues> = FieldBinding<Values> &
  Omit<ComponentProps<typeof Field>, 'error' | 'children'> & {
    /** How the text area itself looks and behaves. */
    area?: ComponentProps<typeof TextArea>
  }

/** A labelled text of several lines, bound to a form. */
export const TextAreaField = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
  area,
  ...frame
}: TextAreaFieldProps<Values>) => {
  const { error, setValue, ...bound } = useField({ control, name, onValueChange })
  return (
    <Field {...frame} error={error}>
      <TextArea {...area} {...bound} onChange={(event) => setValue(event.currentTarget.value)} />
    </Field>
  )
}

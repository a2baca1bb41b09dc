import type { ComponentProps } from 'react'
import type { FieldValues } from 'react-hook-form'

import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

import { type FieldBinding, useField } from './use-field.ts'

type NumberFieldProps<Values extends FieldValues> = FieldBinding<Values> &
  Omit<ComponentProps<typeof Field>, 'error' | 'children'> & {
    limits: { min: number; max: number }
  }

/** A labelled number with a range, bound to a form as text: a half-typed number is never lost. */
export const NumberField = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
  limits,
  ...frame
}: NumberFieldProps<Values>) => {
  const { error, setValue, ...bound } = useField({ control, name, onValueChange })
  return (
    <Field {...frame} error={error}>
      <NumberInput {...bound} {...limits} onValueChange={setValue} />
    </Field>
  )
}

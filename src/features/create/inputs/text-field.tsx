import type { ComponentProps } from 'react'
import type { FieldValues } from 'react-hook-form'

import { Field } from '#ui/field.tsx'
import { SecretInput } from '#ui/secret.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { type FieldBinding, useField } from './use-field.ts'

type SecretFieldProps<Values extends FieldValues> = FieldBinding<Values> &
  Omit<ComponentProps<typeof Field>, 'error' | 'children'> & {
    input?: Pick<ComponentProps<typeof SecretInput>, 'aria-label'>
  }

/** A labelled, masked secret, bound to a form. It lives in the form's memory only. */
export const SecretField = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
  input,
  ...frame
}: SecretFieldProps<Values>) => {
  const { error, setValue, ...bound } = useField({ control, name, onValueChange })
  return (
    <Field {...frame} error={error}>
      <SecretInput {...input} {...bound} onChange={(event) => setValue(event.currentTarget.value)} />
    </Field>
  )
}

type TextFieldProps<Values extends FieldValues> = FieldBinding<Values> &
  Omit<ComponentProps<typeof Field>, 'error' | 'children'> & {
    /** How the input itself looks and behaves. */
    input?: ComponentProps<typeof TextInput>
  }

/** A labelled line of text, bound to a form. */
export const TextField = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
  input,
  ...frame
}: TextFieldProps<Values>) => {
  const { error, setValue, ...bound } = useField({ control, name, onValueChange })
  return (
    <Field {...frame} error={error}>
      <TextInput
        autoComplete="off"
        {...input}
        {...bound}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </Field>
  )
}

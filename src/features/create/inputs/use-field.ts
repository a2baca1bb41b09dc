import {
  type Control,
  type FieldPath,
  type FieldValues,
  type RefCallBack,
  useController,
} from 'react-hook-form'

/** Which field of which form a control is bound to. */
export interface FieldBinding<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  /** Told after each change, with the new text. */
  onValueChange?: ((value: string) => void) | undefined
}

/** What a control needs of its field. `value` is exactly what was typed. */
export interface BoundField {
  name: string
  value: string
  /** What is wrong, as a sentence; undefined when nothing is known to be. */
  error: string | undefined
  setValue: (value: string) => void
  onBlur: () => void
  ref: RefCallBack
}

/** Binds one text-valued field of a react-hook-form form. */
export const useField = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
}: FieldBinding<Values>): BoundField => {
  const { field, fieldState } = useController({ control, name })
  const held: unknown = field.value
  return {
    name: field.name,
    value: typeof held === 'string' ? held : '',
    error: fieldState.error?.message,
    setValue: (value) => {
      field.onChange(value)
      onValueChange?.(value)
    },
    onBlur: field.onBlur,
    ref: field.ref,
  }
}

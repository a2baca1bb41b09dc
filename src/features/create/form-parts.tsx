import type { ComponentProps, ReactNode } from 'react'
import {
  type Control,
  type FieldPath,
  type FieldValues,
  type RefCallBack,
  useController,
} from 'react-hook-form'

import { Field } from '#ui/field.tsx'
import { ChoiceGroup, RadioCard } from '#ui/option-card.tsx'
import { SecretInput } from '#ui/secret.tsx'
import { TextInput } from '#ui/text-input.tsx'

interface FormSectionProps {
  /** Null where the first choice says what it is about. */
  title: string | null
  /** One muted fact beside the heading. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of the form, under its heading. */
export const FormSection = ({ title, aside, children }: FormSectionProps) => (
  <section className="grid min-w-0 gap-4 border-t border-line py-5 first:border-0 first:pt-0">
    {title !== null && (
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <h2 className="font-semibold">{title}</h2>
        {aside}
      </div>
    )}
    {children}
  </section>
)

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

/** A choice as a card; see `RadioCard`. */
export interface CardOption extends Pick<
  ComponentProps<typeof RadioCard>,
  'title' | 'description' | 'icon' | 'price' | 'layout' | 'className'
> {
  value: string
}

/** Some of the choices, under a heading of their own. */
interface CardGroup {
  heading: string
  options: readonly CardOption[]
}

type RadioCardsProps<Values extends FieldValues> = FieldBinding<Values> &
  Omit<ComponentProps<typeof ChoiceGroup>, 'error' | 'children'> & {
    /** The choices, or groups of them. */
    options: readonly CardOption[] | readonly CardGroup[]
    /** How a group stands among the others, and its cards in it. */
    groupClass?: string
    cardsClass?: string
    /** What is shown as chosen while another choice overrules the held value, which is kept. */
    overruledBy?: string | undefined
  }

/** Choices as cards, bound to a form. */
export const RadioCards = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
  options,
  groupClass,
  cardsClass,
  overruledBy,
  ...group
}: RadioCardsProps<Values>) => {
  const { error, setValue, value, ref, ...bound } = useField({ control, name, onValueChange })
  const shown = overruledBy ?? value
  const card = (option: CardOption) => (
    <RadioCard
      key={option.value}
      {...option}
      {...bound}
      ref={option.value === shown ? ref : null}
      checked={option.value === shown}
      onChange={() => setValue(option.value)}
    />
  )
  return (
    <ChoiceGroup {...group} error={error}>
      {options.map((option) =>
        'options' in option ? (
          <div key={option.heading} className={groupClass}>
            <p className="mb-1.5 text-small font-medium text-ink-muted">{option.heading}</p>
            <div className={cardsClass}>{option.options.map(card)}</div>
          </div>
        ) : (
          card(option)
        ),
      )}
    </ChoiceGroup>
  )
}

import type { ComponentProps, ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'

import { ChoiceGroup } from '#ui/choice-group.tsx'
import { RadioCard } from '#ui/option-card.tsx'

import { type FieldBinding, useField } from './use-field.ts'

export interface CardOption {
  value: string
  title: string
  description?: ReactNode
  /** Why this choice is ruled out for now. */
  disabledReason?: string | undefined
}

type RadioCardsProps<Values extends FieldValues> = FieldBinding<Values> &
  Omit<ComponentProps<typeof ChoiceGroup>, 'error' | 'children'> & {
    options: readonly CardOption[]
    /** What is shown as chosen while another choice overrules the held value, which is kept. */
    overruledBy?: string | undefined
  }

/** Choices as cards, bound to a form. */
export const RadioCards = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
  options,
  overruledBy,
  ...group
}: RadioCardsProps<Values>) => {
  const { error, setValue, value, ref, ...bound } = useField({ control, name, onValueChange })
  const shown = overruledBy ?? value
  return (
    <ChoiceGroup {...group} error={error}>
      {options.map((option) => (
        <RadioCard
          key={option.value}
          {...option}
          {...bound}
          ref={option.value === shown ? ref : null}
          checked={option.value === shown}
          onChange={() => setValue(option.value)}
        />
      ))}
    </ChoiceGroup>
  )
}

import type { ComponentProps } from 'react'
import type { FieldValues } from 'react-hook-form'

import { ChoiceGroup, RadioCard } from '#ui/option-card.tsx'

import { type FieldBinding, useField } from './use-field.ts'

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

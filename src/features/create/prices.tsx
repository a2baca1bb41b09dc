import type { ReactNode } from 'react'
import { type Control, useWatch } from 'react-hook-form'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import type { CreateForm } from '#model/create/create-form.ts'
import {
  type ChoicePrice,
  choiceText,
  formPrice,
  type FormPrice,
  isSaving,
  rateBook,
  type RateBook,
} from '#model/create/form-price.ts'
import { rateOverrides } from '#storage/money.ts'
import { useStored } from '#storage/stored-value.ts'
import { cx } from '#ui/cx.ts'

/** The price of the form, and what it takes to price another one. */
export interface Estimate extends FormPrice {
  form: CreateForm
  ratesOf: RateBook
  /** The account's own rates are still on their way: the figures may change. */
  isWaiting: boolean
}

/** Everything in the form, as typed; renders anew with each change. */
const useFormValues = (control: Control<CreateForm>): CreateForm =>
  useWatch({ control, compute: (values: CreateForm) => ({ ...values }) })

/** The form and its price, by the account's own rates. */
export const useEstimate = (control: Control<CreateForm>): Estimate => {
  const form = useFormValues(control)
  const { data, isLoading } = useInstances()
  const overrides = useStored(rateOverrides.of(useApi().connectionId))
  const ratesOf = rateBook(overrides, data?.instances ?? [])
  return { ...formPrice(form, ratesOf), form, ratesOf, isWaiting: isLoading }
}

interface ChoiceDifferenceProps {
  /** Null until the account's own rates are there. */
  price: ChoicePrice | null
  className?: string
}

/** As wide as the figure that will stand in its place, so that nothing moves when it comes. */
export const FigureSpace = ({ children }: { children: ReactNode }) => (
  <span aria-hidden className="invisible">
    {children}
  </span>
)

/** What a choice does to the price per hour. It keeps its place until that is known. */
export const ChoiceDifference = ({ price, className }: ChoiceDifferenceProps) => (
  <span
    className={cx(
      price?.kind === 'unknown' && 'text-ink-muted',
      price !== null && isSaving(price) && 'text-good',
      className,
    )}
  >
    {price === null ? <FigureSpace>+$0.000</FigureSpace> : choiceText(price)}
  </span>
)

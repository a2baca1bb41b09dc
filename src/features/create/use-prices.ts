import { type Control, useWatch } from 'react-hook-form'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import type { CreateForm } from '#model/create/create-form.ts'
import { formPrice, type FormPrice, rateBook, type RateBook } from '#model/create/form-price.ts'
import { useStored } from '#storage/stored-value.ts'
import { rateOverrides } from '#storage/money.ts'

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

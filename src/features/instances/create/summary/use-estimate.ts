import { type Control, useWatch } from 'react-hook-form'

import { useInstances } from '#api/use-instances.ts'
import type { Breakdown } from '#model/cost.ts'
import { type CreateForm, effectiveForm } from '#model/create-form.ts'
import { estimate, noOverrides, publishedPrices, type Rates, ratesFor } from '#model/rates.ts'
import { wholeNumber } from '#model/size-problem.ts'

/** What the form would cost per hour, and at which rates. */
export interface Estimate {
  running: Breakdown
  stopped: Breakdown
  rates: Rates
  /** The account's own rates are still on their way: the figures may change. */
  isWaiting: boolean
}

/** Everything in the form, as typed; renders anew with each change. */
export const useFormValues = (control: Control<CreateForm>): CreateForm =>
  useWatch({ control, compute: (values: CreateForm) => ({ ...values }) })

export const useEstimate = (control: Control<CreateForm>): Estimate => {
  const form = effectiveForm(useFormValues(control))
  const { data, isLoading } = useInstances()
  const gpu = form.gpu_model.trim()
  const rates = ratesFor(
    { cpu_tier: form.cpu_tier, gpu_model: gpu === '' ? null : gpu },
    { overrides: noOverrides, instances: data?.instances ?? [], listPrices: publishedPrices },
  )
  const size = {
    n_vcpus: wholeNumber(form.n_vcpus),
    mem_gib: wholeNumber(form.mem_gib),
    disk_size_gib: wholeNumber(form.disk_size_gib),
    n_gpus: gpu === '' ? 0 : 1,
  }
  return { ...estimate(size, rates), rates, isWaiting: isLoading }
}

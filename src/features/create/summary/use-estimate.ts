import { type Control, useWatch } from 'react-hook-form'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import type { SizeField } from '#contract/vocabulary.ts'
import { wholeNumber } from '#lib/typed.ts'
import { type CreateForm, effectiveForm } from '#model/create/create-form.ts'
import { sizeProblem } from '#model/instance/size-problem.ts'
import type { Breakdown, CostPart } from '#model/pricing/cost.ts'
import { estimate, publishedPrices, type Rates, ratesFor } from '#model/pricing/rates.ts'
import { useStored } from '#storage/stored-value.ts'
import { rateOverrides } from '#storage/rates.ts'

/** What the form would cost per hour, and at which rates. */
export interface Estimate {
  running: Breakdown
  stopped: Breakdown
  rates: Rates
  /** Why a part has no price: nothing is typed for it, or a size that cannot be had. */
  missing: Partial<Record<CostPart, string>>
  /** The account's own rates are still on their way: the figures may change. */
  isWaiting: boolean
}

/** Everything in the form, as typed; renders anew with each change. */
export const useFormValues = (control: Control<CreateForm>): CreateForm =>
  useWatch({ control, compute: (values: CreateForm) => ({ ...values }) })

const sizeParts = {
  n_vcpus: 'vcpu',
  mem_gib: 'ram',
  disk_size_gib: 'storage',
} as const satisfies Record<SizeField, CostPart>

/** Why a size has no price, in a few words; null where it has one. A size that cannot be had is not priced as if it could. */
const missingText = (field: SizeField, typed: string): string | null => {
  if (wholeNumber(typed) === null) return 'no number yet'
  return sizeProblem(field, typed) === null ? null : 'not offered in this size'
}

export const useEstimate = (control: Control<CreateForm>): Estimate => {
  const form = effectiveForm(useFormValues(control))
  const { data, isLoading } = useInstances()
  const overrides = useStored(rateOverrides.of(useApi().connectionId))
  const gpu = form.gpu_model.trim()
  const rates = ratesFor(
    { cpu_tier: form.cpu_tier, gpu_model: gpu === '' ? null : gpu },
    { overrides, instances: data?.instances ?? [], listPrices: publishedPrices },
  )
  const missing: Estimate['missing'] = {}
  const sizeOf = (field: SizeField): number | null => {
    const why = missingText(field, form[field])
    if (why === null) return wholeNumber(form[field])
    missing[sizeParts[field]] = why
    return null
  }
  const size = {
    n_vcpus: sizeOf('n_vcpus'),
    mem_gib: sizeOf('mem_gib'),
    disk_size_gib: sizeOf('disk_size_gib'),
    n_gpus: gpu === '' ? 0 : 1,
    flavor: form.flavor,
  }
  return { ...estimate(size, rates), rates, missing, isWaiting: isLoading }
}

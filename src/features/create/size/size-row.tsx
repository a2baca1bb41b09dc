import { useId } from 'react'

import { type SizeField, sizeLimits } from '#contract/vocabulary.ts'
import type { Usd } from '#lib/money.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { FieldContext } from '#ui/field-context.ts'
import { FieldError } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

import { fieldLabels } from '../fields.ts'
import { SizeSlider } from '../inputs/size-slider.tsx'
import { useField } from '../inputs/use-field.ts'
import type { CreateControl } from '../use-create-form.ts'

interface SizeRowProps {
  control: CreateControl
  field: SizeField
  /** What this part of the size costs per hour; null where that is not known. */
  amount: Usd | null
  usual: readonly [number, number] | null
  free: number | null
  /** A number was typed, or a mark chosen. */
  onSize: () => void
}

/** One part of the size: its slider, the exact number, and what it costs. Held as text, so that a half-typed number is never lost. */
export const SizeRow = ({ control, field, amount, usual, free, onSize }: SizeRowProps) => {
  const id = useId()
  const { error, setValue, ...bound } = useField({ control, name: field, onValueChange: onSize })
  return (
    <FieldContext
      value={{
        id,
        'aria-describedby': error === undefined ? undefined : `${id}-error`,
        'aria-invalid': error !== undefined || undefined,
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_5.75rem_4.25rem] items-start gap-x-4 gap-y-1 @2xl:grid-cols-[6.5rem_minmax(0,1fr)_5.75rem_4.25rem] @2xl:gap-x-5">
        <label htmlFor={id} className="text-secondary leading-[34px] font-medium pointer-coarse:leading-10">
          {fieldLabels[field]}
        </label>
        <div className="px-2 @max-2xl:order-last @max-2xl:col-span-3">
          <SizeSlider field={field} value={bound.value} onValueChange={setValue} usual={usual} free={free} />
        </div>
        <NumberInput {...bound} {...sizeLimits[field]} unit="" onValueChange={setValue} />
        <span className="text-right leading-[34px] pointer-coarse:leading-10">
          {amount === null ? (
            <span className="text-ink-muted">—</span>
          ) : (
            hourlyText({ known: amount, unknown: [] })
          )}
        </span>
      </div>
      {error !== undefined && (
        <div className="-mt-2">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
    </FieldContext>
  )
}

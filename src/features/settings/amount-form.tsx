import { type FormEvent, type ReactNode, useState } from 'react'

import { toDecimal, type Usd } from '#lib/money.ts'
import type { amountResult } from '#model/pricing/amount-field.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

interface AmountFormProps {
  label: string
  unit: string
  step: number
  amount: Usd | null
  /** Reads what is typed, or says what is wrong with it. */
  read: (text: string) => ReturnType<typeof amountResult>
  saveLabel: string
  autoFocus?: boolean
  onSave: (amount: Usd) => void
  /** Buttons beside the one that saves. */
  children?: ReactNode
}

/** An amount of dollars, checked when it is saved, and the button that saves it. */
export const AmountForm = ({
  label,
  unit,
  step,
  amount,
  read,
  saveLabel,
  autoFocus = false,
  onSave,
  children,
}: AmountFormProps) => {
  const saved = amount === null ? null : toDecimal(amount)
  const [text, setText] = useState(saved ?? '')
  const [error, setError] = useState<string | null>(null)
  const save = (event: FormEvent) => {
    event.preventDefault()
    // What was read once stays what it is, however it is written.
    const result = amount !== null && text === saved ? amount : read(text)
    if (typeof result === 'string') setError(result)
    else onSave(result)
  }
  return (
    <form noValidate onSubmit={save} className="flex flex-wrap items-start gap-2">
      <Field label={label} error={error} className="w-full max-w-72">
        <NumberInput
          autoFocus={autoFocus}
          min={0}
          max={10_000_000}
          step={step}
          unit={unit}
          value={text}
          onValueChange={(next) => {
            setText(next)
            setError(null)
          }}
        />
      </Field>
      <div className="flex gap-2 sm:pt-[25px]">
        <Button type="submit">{saveLabel}</Button>
        {children}
      </div>
    </form>
  )
}

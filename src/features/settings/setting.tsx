import { type FormEvent, type ReactNode, useState } from 'react'

import { toDecimal, type Usd } from '#lib/money.ts'
import type { amountResult } from '#model/pricing/amount-field.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

interface SettingProps {
  title: string
  /** The anchor in the address. */
  id?: string
  /** An info mark beside the title. */
  info?: ReactNode
  control: ReactNode
}

/** One setting: what it is at the left, its control at the right. */
export const Setting = ({ title, id, info, control }: SettingProps) => (
  <div id={id} className="flex min-h-11 scroll-mt-6 flex-wrap items-center gap-x-1 gap-y-2 px-4 py-1.5">
    <p className="text-secondary">{title}</p>
    {info}
    <div className="ml-auto">{control}</div>
  </div>
)

interface AmountFormProps {
  label: string
  /** Leaves the label to screen readers, where the place says what it is. */
  hideLabel?: boolean
  unit: string
  step: number
  amount: Usd | null
  /** Reads what is typed, or says what is wrong with it. */
  read: (text: string) => ReturnType<typeof amountResult>
  /** The name of the button that saves: "Save budget". It begins with "Save". */
  saveLabel: string
  autoFocus?: boolean
  onSave: (amount: Usd) => void
  /** Buttons beside the one that saves. */
  children?: ReactNode
}

/** An amount of dollars, checked when it is saved, and the button that saves it. */
export const AmountForm = ({
  label,
  hideLabel = false,
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
      <Field label={label} hideLabel={hideLabel} error={error} className="min-w-32 flex-1 basis-36">
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
      <div className={cx('flex items-center gap-2', hideLabel ? 'min-h-[2.125rem]' : 'pt-[1.5625rem]')}>
        <Button type="submit" aria-label={saveLabel}>
          Save
        </Button>
        {children}
      </div>
    </form>
  )
}

import { type ComponentProps, type KeyboardEvent } from 'react'

import { useFieldControl } from './field-context.ts'
import { InputFrame, inputClass } from './input-frame.tsx'
import { parseNumber, stepNumber } from './step-number.ts'

type NumberInputProps = Omit<
  ComponentProps<'input'>,
  'type' | 'size' | 'min' | 'max' | 'step' | 'value' | 'defaultValue' | 'children' | 'role'
> & {
  min: number
  max: number
  step?: number
  /** Exactly what is typed. Whether it is a number in range is the form's business. */
  value: string
  onValueChange: (value: string) => void
  /** Shown at the end of the field; the range where no unit is given. */
  unit?: string
}

const stepsByKey: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }

/**
 * A number with a range. It is a text field underneath: nothing typed is ever swallowed, and a turn of the mouse wheel
 * changes nothing. Arrow keys step by one, with Shift (or Page Up and Down) by ten.
 */
export const NumberInput = ({
  min,
  max,
  step = 1,
  value,
  onValueChange,
  unit,
  className,
  onKeyDown,
  ...rest
}: NumberInputProps) => {
  const now = parseNumber(value)

  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event)
    const steps = stepsByKey[event.key]
    if (steps === undefined || event.defaultPrevented || event.altKey || event.metaKey || event.ctrlKey)
      return
    event.preventDefault()
    onValueChange(stepNumber(value, event.shiftKey ? Math.sign(steps) * 10 : steps, { min, max, step }))
  }

  return (
    <InputFrame className={className}>
      <input
        inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
        autoComplete="off"
        {...rest}
        {...useFieldControl(rest)}
        type="text"
        role="spinbutton"
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={now ?? undefined}
        aria-valuetext={now === null && value !== '' ? value : undefined}
        value={value}
        onChange={(event) => onValueChange(event.currentTarget.value)}
        onKeyDown={onKey}
        className={inputClass}
      />
      <span aria-hidden className="shrink-0 text-body text-ink-muted select-none">
        {unit ?? `${min}–${max}`}
      </span>
    </InputFrame>
  )
}

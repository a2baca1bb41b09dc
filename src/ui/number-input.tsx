import type { ComponentProps, KeyboardEvent } from 'react'

import { wholeNumber } from '#lib/typed.ts'

import { useFieldControl } from './field-context.ts'
import { inputClass, InputFrame } from './text-input.tsx'

type Range = { min: number; max: number; step: number }

/** One group of three digits behind a point: thousands to some, decimals to others. */
const twoWays = /^\s*[1-9]\d{0,2}\.\d{3}\s*$/

/**
 * The whole or decimal number that `text` writes, or null. Exponents, signs in odd places and units are not numbers here, nor is what
 * could be read two ways.
 */
export const parseNumber = (text: string): number | null => {
  if (twoWays.test(text)) return null
  return wholeNumber(text) ?? (/^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null)
}

/**
 * What the number field holds after an arrow key: `steps` steps from what is typed, kept inside the range. What cannot be
 * read as a number starts over at the lower end.
 */
export const stepNumber = (text: string, steps: number, { min, max, step }: Range): string => {
  const now = parseNumber(text)
  if (now === null) return String(min)
  const places = Math.max(decimals(now), decimals(step))
  const next = Math.min(max, Math.max(min, now + steps * step))
  return String(Number(next.toFixed(places)))
}

const decimals = (value: number): number => String(value).split('.')[1]?.length ?? 0

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

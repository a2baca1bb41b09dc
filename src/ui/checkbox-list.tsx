import { type ReactNode, useId } from 'react'

import { Checkbox, type CheckboxProps } from './checkbox.tsx'
import { cx } from './cx.ts'

type LabelledCheckboxProps = CheckboxProps & {
  label: string
  hint?: ReactNode
}

/** A native checkbox with its label beside it. */
export const LabelledCheckbox = ({
  label,
  hint,
  className,
  'aria-describedby': describedBy,
  ...rest
}: LabelledCheckboxProps) => {
  const id = useId()
  return (
    <label className={cx('flex w-fit gap-2.5 text-secondary', className)}>
      <Checkbox
        aria-labelledby={`${id}-label`}
        aria-describedby={cx(hint !== undefined && `${id}-hint`, describedBy) || undefined}
        {...rest}
        className="mt-[-3px]"
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="block text-small text-ink-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

type CheckboxListProps<Value extends string> = {
  /** The accessible name of the group. */
  label: string
  /** `count` is how many rows have it; shown at the end of the line. */
  options: readonly { value: Value; label: string; count?: number }[]
  chosen: readonly Value[]
  onChosenChange: (chosen: Value[]) => void
}

/** Any number of choices from a short list, in the list's own order. */
export const CheckboxList = <Value extends string>({
  label,
  options,
  chosen,
  onChosenChange,
}: CheckboxListProps<Value>) => (
  <div role="group" aria-label={label} className="grid">
    {options.map((option) => (
      <label
        key={option.value}
        className="flex min-h-8 items-center gap-2.5 rounded-control px-2 text-secondary hover:bg-sunken pointer-coarse:min-h-10"
      >
        <Checkbox
          aria-label={option.label}
          checked={chosen.includes(option.value)}
          onCheckedChange={(checked) => {
            const next = new Set(chosen)
            if (checked) next.add(option.value)
            else next.delete(option.value)
            onChosenChange(options.map(({ value }) => value).filter((value) => next.has(value)))
          }}
        />
        <span className="min-w-0 flex-1 truncate">{option.label}</span>
        {option.count !== undefined && <span className="text-small text-ink-muted">{option.count}</span>}
      </label>
    ))}
  </div>
)

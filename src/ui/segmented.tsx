import { useId } from 'react'

import { cx } from './cx.ts'

type SegmentedProps<Value extends string> = {
  /** The name of the group. */
  label: string
  options: readonly { value: Value; label: string; disabled?: boolean }[]
  /** The chosen one; a value outside the options chooses none. */
  value: Value | null
  onValueChange: (value: Value) => void
  className?: string
}

/** A few short choices in one line. Native radios: arrow keys move, Tab passes by. */
export const Segmented = <Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedProps<Value>) => {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx('inline-flex w-fit max-w-full gap-px rounded-control bg-sunken p-0.5', className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex h-[1.375rem] min-w-0 items-center rounded-[5px] px-2.5 text-small font-medium text-ink-muted outline-offset-1 outline-accent transition-colors hover:text-ink has-[:checked]:bg-surface has-[:checked]:text-ink has-[:checked]:shadow-segment has-[:disabled]:hover:text-ink-muted has-[:focus-visible]:outline-2 max-[20rem]:px-1.5 forced-colors:has-[:checked]:border pointer-coarse:h-8 pointer-coarse:px-3"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 m-0 size-full cursor-pointer opacity-0 disabled:cursor-not-allowed"
          />
          <span className="truncate">{option.label}</span>
        </label>
      ))}
    </div>
  )
}

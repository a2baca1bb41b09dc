import { type ComponentProps, type ReactNode, useId } from 'react'

import { cx } from './cx.ts'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'size' | 'children' | 'onChange'> & {
  label: string
  /** Leaves the label to screen readers, where the place says what it turns on. */
  hideLabel?: boolean
  hint?: ReactNode
  /** A short fact before the switch, such as a limit. */
  note?: string | undefined
  checked: boolean
  onCheckedChange: (checked: boolean) => void
}

/** A setting that takes effect at once. */
export const Switch = ({
  label,
  hideLabel = false,
  hint,
  note,
  checked,
  className,
  onCheckedChange,
  'aria-describedby': describedBy,
  ...rest
}: SwitchProps) => {
  const id = useId()
  const describedIds = cx(hint !== undefined && `${id}-hint`, note !== undefined && `${id}-note`, describedBy)
  const name = hideLabel ? { 'aria-label': label } : { 'aria-labelledby': `${id}-label` }
  return (
    <label className={cx('flex items-start justify-between gap-4', className)}>
      {(!hideLabel || hint !== undefined) && (
        <span className="min-w-0 grow">
          {!hideLabel && (
            <span id={`${id}-label`} className="block font-medium">
              {label}
            </span>
          )}
          {hint !== undefined && (
            <span id={`${id}-hint`} className="block text-secondary text-ink-muted">
              {hint}
            </span>
          )}
        </span>
      )}
      {note !== undefined && (
        <span id={`${id}-note`} className="text-secondary text-ink-muted">
          {note}
        </span>
      )}
      <span className="relative mt-0.5 h-5 w-8 shrink-0">
        <input
          {...name}
          aria-describedby={describedIds === '' ? undefined : describedIds}
          {...rest}
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          onChange={(event) => onCheckedChange(event.currentTarget.checked)}
          className="peer absolute inset-[-2px] m-0 h-6 w-9 cursor-pointer opacity-0 disabled:cursor-not-allowed"
        />
        <span className="pointer-events-none block h-5 rounded-full border border-rest bg-sunken p-[3px] outline-offset-2 outline-accent transition-colors forced-color-adjust-none peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-2 peer-disabled:opacity-50 before:block before:size-3 before:rounded-full before:bg-ink-muted before:transition-transform peer-checked:before:translate-x-3 peer-checked:before:bg-accent-ink" />
      </span>
    </label>
  )
}

import { type ComponentProps, type ReactNode, useId } from 'react'

import { cx } from './cx.ts'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'size' | 'children' | 'onChange'> & {
  label: string
  hint?: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
}

/** A setting that takes effect at once. */
export const Switch = ({
  label,
  hint,
  checked,
  className,
  onCheckedChange,
  'aria-describedby': describedBy,
  ...rest
}: SwitchProps) => {
  const id = useId()
  return (
    <label className={cx('flex items-start justify-between gap-4', className)}>
      <span className="min-w-0">
        <span id={`${id}-label`} className="block font-medium">
          {label}
        </span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="block text-secondary text-ink-muted">
            {hint}
          </span>
        )}
      </span>
      <span className="relative mt-0.5 h-5 w-8 shrink-0">
        <input
          aria-labelledby={`${id}-label`}
          aria-describedby={cx(hint !== undefined && `${id}-hint`, describedBy) || undefined}
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

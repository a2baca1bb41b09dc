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

import type { ComponentProps } from 'react'

import { cx } from './cx.ts'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'children'> & {
  /** Some, not all, of what the box stands for is chosen. */
  indeterminate?: boolean
  onCheckedChange?: ((checked: boolean) => void) | undefined
}

/** A native checkbox under a drawn box: 24 px to hit, 16 px to see. Give it an `aria-label`. */
export const Checkbox = ({
  indeterminate = false,
  onCheckedChange,
  onChange,
  ref,
  className,
  ...rest
}: CheckboxProps) => (
  <span
    className={cx('relative -m-1 inline-grid size-6 shrink-0 place-items-center align-middle', className)}
  >
    <input
      {...rest}
      type="checkbox"
      ref={(input) => {
        if (input !== null) input.indeterminate = indeterminate
        if (typeof ref === 'function') ref(input)
        else if (ref !== null && ref !== undefined) ref.current = input
      }}
      onChange={(event) => {
        onChange?.(event)
        onCheckedChange?.(event.currentTarget.checked)
      }}
      className="absolute inset-0 m-0 size-full cursor-pointer opacity-0 disabled:cursor-not-allowed"
    />
    <span className="tick-box">
      <svg aria-hidden width="10" height="10" viewBox="0 0 10 10" fill="none">
        <path
          d={indeterminate ? 'M2 5h6' : 'm1.8 5.2 2.2 2.3 4.2-4.8'}
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  </span>
)

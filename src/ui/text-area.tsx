import type { ComponentProps } from 'react'

import { cx } from './cx.ts'
import { useFieldControl } from './field-context.ts'

type TextAreaProps = ComponentProps<'textarea'> & {
  /** For keys and commands. */
  mono?: boolean
}

/** Several lines of text. It grows with what is typed. */
export const TextArea = ({ mono = false, className, rows = 2, ...rest }: TextAreaProps) => (
  <textarea
    rows={rows}
    {...rest}
    {...useFieldControl(rest)}
    className={cx(
      'field-sizing-content max-h-64 min-h-[3.625rem] w-full rounded-control border border-line-strong bg-surface px-2.5 py-[7px] text-body wrap-anywhere transition-colors hover:border-ink-faint disabled:bg-sunken disabled:text-ink-muted aria-invalid:border-bad pointer-coarse:text-[1rem]',
      mono && 'font-mono text-secondary',
      className,
    )}
  />
)

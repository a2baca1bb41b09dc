import type { ComponentProps, ReactNode } from 'react'

import { cx } from './cx.ts'
import { useFieldControl } from './field-context.ts'
import { InputFrame, inputClass } from './input-frame.tsx'

type TextInputProps = Omit<ComponentProps<'input'>, 'size' | 'children'> & {
  leading?: ReactNode
  trailing?: ReactNode
  /** For commands, ids and addresses. */
  mono?: boolean
}

/** A line of text. Inside a `Field` it is labelled and described by it. */
export const TextInput = ({
  leading,
  trailing,
  mono = false,
  className,
  type = 'text',
  ...rest
}: TextInputProps) => (
  <InputFrame className={className}>
    {leading !== undefined && <span className="flex shrink-0 text-ink-muted">{leading}</span>}
    <input
      type={type}
      {...rest}
      {...useFieldControl(rest)}
      className={cx(inputClass, mono && 'font-mono text-secondary')}
    />
    {trailing !== undefined && <span className="flex shrink-0 items-center">{trailing}</span>}
  </InputFrame>
)

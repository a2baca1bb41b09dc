import type { ComponentProps, ReactNode } from 'react'

import { cx } from './cx.ts'
import { useFieldControl } from './field-context.ts'

/** The border around an input and what stands beside it inside the same box. The whole box shows the input's focus and error. */
export const InputFrame = ({
  className,
  children,
}: {
  className?: string | undefined
  children: ReactNode
}) => (
  <span
    className={cx(
      'flex h-[2.125rem] w-full min-w-0 items-center gap-2 rounded-control border border-line-strong bg-surface px-2.5 outline-offset-2 outline-accent transition-colors hover:border-ink-faint has-[:disabled]:bg-sunken has-[[aria-invalid=true]]:border-bad has-[input:focus-visible]:outline-2 pointer-coarse:h-10',
      className,
    )}
  >
    {children}
  </span>
)

/** The bare input inside a frame. Phones zoom into text smaller than 16 px, so it is 16 px there. */
export const inputClass =
  'h-full min-w-0 flex-1 bg-transparent text-body text-ink outline-none disabled:cursor-not-allowed disabled:text-ink-muted pointer-coarse:text-[1rem]'

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
    {leading !== undefined && <span className="flex shrink-0 items-center text-ink-muted">{leading}</span>}
    <input
      type={type}
      {...rest}
      {...useFieldControl(rest)}
      className={cx(inputClass, mono && 'font-mono text-secondary')}
    />
    {trailing !== undefined && <span className="flex shrink-0 items-center">{trailing}</span>}
  </InputFrame>
)

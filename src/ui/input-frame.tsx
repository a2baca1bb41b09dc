import type { ReactNode } from 'react'

import { cx } from './cx.ts'

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
      'flex h-[34px] w-full min-w-0 items-center gap-2 rounded-control border border-line-strong bg-surface px-2.5 outline-offset-2 outline-accent transition-colors hover:border-ink-faint has-[:disabled]:bg-sunken has-[[aria-invalid=true]]:border-bad has-[input:focus-visible]:outline-2 pointer-coarse:h-10',
      className,
    )}
  >
    {children}
  </span>
)

/** The bare input inside a frame. Phones zoom into text smaller than 16 px, so it is 16 px there. */
export const inputClass =
  'h-full min-w-0 flex-1 bg-transparent text-body text-ink outline-none disabled:cursor-not-allowed disabled:text-ink-muted pointer-coarse:text-[1rem]'

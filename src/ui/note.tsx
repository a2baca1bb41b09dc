import type { ReactNode } from 'react'

import { cx } from './cx.ts'

/** A remark in a well of its own, for what is good to know but asks for nothing. */
export const Note = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div
    className={cx(
      'rounded-card bg-sunken px-3 py-2.5 text-secondary text-ink-muted forced-colors:border [&_strong]:font-semibold [&_strong]:text-ink',
      className,
    )}
  >
    {children}
  </div>
)

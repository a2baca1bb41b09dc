import type { ReactNode } from 'react'

/** The last line of the cost: since when, and what that came to. It has its room before either is known. */
export const ToDateLine = ({ since = '', children }: { since?: ReactNode; children?: ReactNode }) => (
  <div className="mt-1.5 flex min-h-8 flex-wrap items-baseline justify-between gap-x-3 border-t border-line pt-2 text-secondary">
    <span className="text-ink-muted">{since}</span>
    <span>{children}</span>
  </div>
)

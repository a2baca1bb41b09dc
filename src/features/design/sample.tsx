import type { ReactNode } from 'react'

type SampleProps = {
  name: string
  children: ReactNode
}

/** One component and its states, with its name beside it. */
export const Sample = ({ name, children }: SampleProps) => (
  <div className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-6 gap-y-2 max-sm:grid-cols-1">
    <p className="text-secondary text-ink-muted">{name}</p>
    <div className="min-w-0">{children}</div>
  </div>
)

/** Things beside one another, wrapping where there is no room. */
export const Line = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
)

import { type ReactNode, useId } from 'react'

import { cx } from './cx.ts'

type PanelProps = {
  title: string
  /** A muted remark beside the heading, on one line whatever it says, so that what stands below never moves. */
  aside?: ReactNode
  /** Controls at the end of the heading line. */
  actions?: ReactNode
  /** Leaves out the inner padding, for tables and lists that reach the edge. */
  flush?: boolean
  className?: string
  children: ReactNode
}

/** A titled surface. It is a region named by its heading. */
export const Panel = ({ title, aside, actions, flush = false, className, children }: PanelProps) => {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={cx('min-w-0 rounded-panel border border-line bg-surface', className)}
    >
      <header className="flex min-h-[45px] flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line px-4 py-2">
        <h2 id={id} className="text-body font-semibold">
          {title}
        </h2>
        {aside !== undefined && (
          <span className="min-w-0 grow basis-44 truncate text-small text-ink-muted">{aside}</span>
        )}
        {actions !== undefined && <div className="ml-auto flex items-center gap-2">{actions}</div>}
      </header>
      {flush ? children : <div className="p-4">{children}</div>}
    </section>
  )
}

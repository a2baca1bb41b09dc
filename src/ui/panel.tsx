import { type ReactNode, useId } from 'react'

import { cx } from './cx.ts'
import { ErrorBoundary, PartLine } from './error-boundary.tsx'

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
      <header className="flex min-h-[2.8125rem] flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line px-4 py-2">
        <h2 id={id} className="text-body font-semibold">
          {title}
        </h2>
        {aside !== undefined && (
          <span className="min-w-0 grow basis-44 truncate text-small text-ink-muted">{aside}</span>
        )}
        {actions !== undefined && <div className="ml-auto flex min-w-0 items-center gap-2">{actions}</div>}
      </header>
      {flush ? children : <div className="p-4">{children}</div>}
    </section>
  )
}

interface PanelBoundaryProps {
  /** The panel's own title, under which its failure stands. */
  title: string
  /** What the panel shows: a new reading gives it another chance. */
  of?: unknown
  children: ReactNode
}

/** Goes around one panel of a page: when it cannot be shown, the others can. */
export const PanelBoundary = ({ title, of, children }: PanelBoundaryProps) => (
  <ErrorBoundary
    resetKey={of}
    renderFailure={(failure) => (
      <Panel title={title}>
        <PartLine {...failure} />
      </Panel>
    )}
  >
    {children}
  </ErrorBoundary>
)

/** A panel about nothing: one line, so that the region keeps its name and takes no room. */
export const LinePanel = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex min-h-11 flex-wrap items-center gap-x-2 rounded-panel border border-line bg-surface px-4 py-2 text-secondary text-ink-muted"
    >
      <h2 id={id} className="font-semibold text-ink">
        {title}
      </h2>
      {children}
    </section>
  )
}

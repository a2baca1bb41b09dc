import type { ReactNode } from 'react'

import { cx } from './cx.ts'

/** Facts with their names, in two columns. */
export const DefinitionList = ({ className, children }: { className?: string; children: ReactNode }) => (
  <dl className={cx('text-secondary', className)}>{children}</dl>
)

type DefinitionProps = {
  term: string
  /** Small buttons at the end of the line: copy, share. */
  actions?: ReactNode
  /** For commands, ids and addresses: monospace, in full. */
  mono?: boolean
  children: ReactNode
}

export const Definition = ({ term, actions, mono = false, children }: DefinitionProps) => (
  <div className="grid min-h-8 grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-x-3 py-[3px]">
    <dt className="text-ink-muted">{term}</dt>
    <dd className="m-0 flex min-w-0 items-center gap-1.5">
      <span
        translate={mono ? 'no' : undefined}
        className={cx('min-w-0 flex-1', mono ? 'font-mono text-small wrap-anywhere' : 'wrap-break-word')}
      >
        {children}
      </span>
      {actions !== undefined && <span className="ml-auto flex shrink-0 items-center">{actions}</span>}
    </dd>
  </div>
)

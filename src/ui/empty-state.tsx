import type { ReactNode } from 'react'

import { cx } from './cx.ts'

type EmptyStateProps = {
  icon?: ReactNode
  title: string
  /** One sentence that teaches what belongs here. */
  children?: ReactNode
  /** One action, or a few of the same kind. */
  actions?: ReactNode
  className?: string
}

/** What stands where nothing is yet. */
export const EmptyState = ({ icon, title, children, actions, className }: EmptyStateProps) => (
  <div className={cx('flex flex-col items-center px-6 py-14 text-center', className)}>
    {icon !== undefined && (
      <div className="mb-3 grid size-10 place-items-center rounded-panel border border-line bg-surface text-ink-muted">
        {icon}
      </div>
    )}
    <p className="text-lead font-semibold">{title}</p>
    {children !== undefined && <div className="mt-1 max-w-md text-balance text-ink-muted">{children}</div>}
    {actions !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
  </div>
)

import CircleAlert from 'lucide-react/icons/circle-alert'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'

import { cx } from './cx.ts'

export type Tone = 'bad' | 'lamp' | 'info'

const looks = {
  bad: { box: 'border-bad/35 bg-bad-soft', mark: 'text-bad-ink', icon: CircleAlert },
  lamp: { box: 'border-lamp/45 bg-lamp-soft', mark: 'text-lamp-ink', icon: TriangleAlert },
  info: { box: 'border-line bg-accent-soft', mark: 'text-accent', icon: Info },
} as const

type AlertProps = {
  tone?: Tone
  /** What happened, in one sentence. */
  title: string
  /** What was not done, and what to do next. */
  children?: ReactNode
  actions?: ReactNode
  className?: string
}

/** A message in the page that a screen reader speaks at once: something failed, or money is at stake. */
export const Alert = ({ tone = 'bad', title, children, actions, className }: AlertProps) => {
  const { box, mark, icon: Icon } = looks[tone]
  return (
    <div
      role="alert"
      className={cx('flex flex-wrap gap-x-3 gap-y-2 rounded-panel border p-3', box, className)}
    >
      <Icon aria-hidden size={16} className={cx('mt-0.5 shrink-0', mark)} />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-break-word whitespace-pre-line">{title}</p>
        {children !== undefined && (
          <div className="mt-0.5 text-secondary wrap-break-word text-ink-muted">{children}</div>
        )}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-start gap-2">{actions}</div>}
    </div>
  )
}

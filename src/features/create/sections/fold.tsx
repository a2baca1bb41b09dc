import ChevronRight from 'lucide-react/icons/chevron-right'
import { type ReactNode, useId, useState } from 'react'

import { cx } from '#ui/cx.ts'

interface FoldProps {
  title: string
  icon: ReactNode
  /** What it is for, in a few words. */
  aside: ReactNode
  /** It opens unfolded, since something is in it. */
  isWanted: boolean
  /** Something in it needs the user, so it cannot be folded. */
  isWrong: boolean
  children: ReactNode
}

/**
 * Fields that few people want, behind one line. They are folded for the eye only: Tab, a screen reader and a script reach each field by
 * its name as ever, and the one that gets the focus unfolds them. It stays unfolded, so nothing moves under the pointer.
 */
export const Fold = ({ title, icon, aside, isWanted, isWrong, children }: FoldProps) => {
  const id = useId()
  const [isAsked, setAsked] = useState<boolean | null>(null)
  const isOpen = isWrong || (isAsked ?? isWanted)
  return (
    <div className="rounded-card border border-line bg-surface">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="flex min-h-[46px] w-full items-center gap-2.5 rounded-card px-3.5 py-2 text-left"
          onClick={() => setAsked(!isOpen)}
        >
          <ChevronRight
            aria-hidden
            size={16}
            className={cx('shrink-0 text-ink-muted transition-transform', isOpen && 'rotate-90')}
          />
          <span aria-hidden className="shrink-0 text-ink-muted">
            {icon}
          </span>
          <span className="grow font-medium">{title}</span>
          <span className="min-w-0 truncate text-secondary text-ink-muted">{aside}</span>
        </button>
      </h3>
      <div
        id={id}
        className={isOpen ? 'border-t border-line' : 'h-0 overflow-clip [&_:is(button,label,p)]:invisible'}
        onFocus={() => setAsked(true)}
      >
        <div className="p-3.5">{children}</div>
      </div>
    </div>
  )
}

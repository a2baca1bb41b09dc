import type { ReactNode } from 'react'

import { Tooltip } from '#ui/tooltip.tsx'

/** A line whose boxes stay where they are, whatever comes to stand in them. */
export const toDateLine = 'grid grid-cols-[minmax(0,1fr)_120px] gap-3'

interface ObservedLineProps {
  /** Nothing while it is being read. */
  children?: ReactNode
  /** What the figure rests on. */
  basis?: string
  /** How much was seen: a remark after the name of the line. */
  seen?: string
}

/** The line for what this browser saw, at its size whether or not that is read yet. */
export const ObservedLine = ({ children = '…', basis, seen }: ObservedLineProps) => (
  <div className={toDateLine}>
    <dt>
      seen here
      {seen !== undefined && `, ${seen}`}
    </dt>
    <dd className="text-right whitespace-nowrap text-ink">
      {basis === undefined ? children : <Tooltip text={basis}>{children}</Tooltip>}
    </dd>
  </div>
)

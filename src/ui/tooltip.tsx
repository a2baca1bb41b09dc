import type { ReactNode } from 'react'

import { tipOn } from './tip.ts'

type TooltipProps = {
  text: string
  className?: string
  children: ReactNode
}

/**
 * More about a word on the page, for example the exact time behind "3 d". It appears on hover, is read in place by screen
 * readers, and is never the only place for something one needs.
 */
export const Tooltip = ({ text, className, children }: TooltipProps) => (
  <span {...tipOn(text)} className={className}>
    {children}
    <span className="sr-only"> ({text})</span>
  </span>
)

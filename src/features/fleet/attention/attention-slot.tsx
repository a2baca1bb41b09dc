import type { ReactNode } from 'react'

/** The place of Attention above the table. It is as tall with something in it as without, so nothing below it ever moves. */
export const AttentionSlot = ({ children }: { children?: ReactNode }) => (
  <div className="@container mb-2.5 h-[3.125rem] max-md:h-10">{children}</div>
)

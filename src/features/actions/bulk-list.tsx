import type { ReactNode } from 'react'

import { pluralize } from '#lib/text.ts'
import { ScrollArea } from '#ui/scroll-area.tsx'

/** More lines than anybody reads make each step of a large run slow. */
export const mostLines = 100

/** A list of instances: about eight are seen at once, and the rest is scrolled to. */
export const BulkList = ({ hidden, children }: { hidden: number; children: ReactNode }) => (
  <ScrollArea className="max-h-[18.5rem] border-y border-line text-secondary">
    <ul>
      {children}
      {hidden > 0 && (
        <li className="border-t border-line py-2 text-ink-muted">and {pluralize(hidden, 'more', 'more')}</li>
      )}
    </ul>
  </ScrollArea>
)

interface BulkLineProps {
  mark: ReactNode
  name: string
  /** In the name's line, at its end. */
  children: ReactNode
  /** Under it. */
  note?: ReactNode
  isMuted?: boolean
}

/** One instance of a list: its mark and name, what is to be said of it at the right, and a line under it where it takes one. */
export const BulkLine = ({ mark, name, children, note, isMuted = false }: BulkLineProps) => (
  <li className={`border-t border-line py-2 first:border-t-0 ${isMuted ? 'text-ink-muted' : ''}`}>
    <span className="flex min-h-5 items-center gap-2.5">
      <span className="flex w-3.5 shrink-0 justify-center">{mark}</span>
      <span translate="no" className={`min-w-0 flex-1 wrap-anywhere ${isMuted ? '' : 'font-name'}`}>
        {name}
      </span>
      {children}
    </span>
    {note !== undefined && note !== null && (
      <span className="block pl-6 text-small text-ink-muted">{note}</span>
    )}
  </li>
)

import type { ReactNode } from 'react'

import { CopyButton } from '#ui/copy-button.tsx'
import { Definition } from '#ui/definition-list.tsx'

interface CopiedLineProps {
  term: string
  value: string
  /** What is copied, in lower case: "LAN address". */
  what: string
  /** How the value is shown, where that is more than text. */
  children?: ReactNode
  /** More small buttons, after the one that copies. */
  actions?: ReactNode
}

/** An address, a command or an id on one line, with a button that copies all of it. */
export const CopiedLine = ({ term, value, what, children, actions }: CopiedLineProps) => (
  <Definition
    term={term}
    mono
    actions={
      <>
        <CopyButton text={value} what={what} />
        {actions}
      </>
    }
  >
    {children ?? <span title={value}>{value}</span>}
  </Definition>
)

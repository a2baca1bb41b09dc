import Info from 'lucide-react/icons/info'
import { type ReactNode, useState } from 'react'

import { IconButton } from '#ui/button.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

/** What there is to explain, behind a small mark: nothing moves when it is asked for. */
export const Hint = ({ label, children }: { label: string; children: ReactNode }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton
        label={label}
        size="sm"
        icon={<Info aria-hidden size={13} />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <AnchoredPopover
        anchor={anchor}
        label={label}
        align="end"
        onClose={() => setAnchor(null)}
        className="w-80 max-w-[calc(100vw-1rem)] p-4 text-secondary print:hidden"
      >
        {children}
      </AnchoredPopover>
    </>
  )
}

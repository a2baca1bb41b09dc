import Info from 'lucide-react/icons/info'
import { type ReactNode, useState } from 'react'

import { IconButton } from '#ui/button.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

/** Holds an explanation back until somebody wants it. */
export const InfoMark = ({ label, children }: { label: string; children: ReactNode }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton
        size="sm"
        label={label}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        icon={<Info aria-hidden size={14} />}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <AnchoredPopover
        anchor={anchor}
        align="end"
        label={label}
        onClose={() => setAnchor(null)}
        className="grid w-80 max-w-[calc(100vw-1rem)] gap-2 p-3 text-secondary text-ink-muted"
      >
        {children}
      </AnchoredPopover>
    </>
  )
}

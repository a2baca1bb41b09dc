import Info from 'lucide-react/icons/info'
import { type ReactNode, useState } from 'react'

import { IconButton } from './button.tsx'
import { AnchoredPopover } from './popover.tsx'

/** Holds an explanation back until somebody wants it: behind a small mark, so that nothing moves when it is asked for. */
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
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <AnchoredPopover
        anchor={anchor}
        align="end"
        label={label}
        onClose={() => setAnchor(null)}
        className="w-80 max-w-[calc(100vw-1rem)] p-3"
      >
        {/* A sheet covers what it belongs to. */}
        <p aria-hidden className="hidden pb-2 font-semibold in-data-bottom:block">
          {label}
        </p>
        <div className="grid gap-2 text-secondary text-ink-muted">{children}</div>
      </AnchoredPopover>
    </>
  )
}

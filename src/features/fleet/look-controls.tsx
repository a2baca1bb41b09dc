import Columns3 from 'lucide-react/icons/columns-3'
import Rows3 from 'lucide-react/icons/rows-3'
import Rows4 from 'lucide-react/icons/rows-4'
import { useState } from 'react'

import type { FleetLook } from '#model/fleet/fleet-columns.ts'
import { IconButton } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const ColumnsPopover = lazyPart(() => import('./columns-popover.tsx'))

interface LookControlsProps {
  look: FleetLook
  onLook: (part: Partial<FleetLook>) => void
}

/** How tall the rows are and which columns they have. A phone has cards of one kind, and so no choice. */
export const LookControls = ({ look: { density, columns }, onLook }: LookControlsProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isCompact = density === 'compact'
  const Rows = isCompact ? Rows4 : Rows3
  return (
    <div className="flex items-center gap-0.5 max-sm:hidden">
      <IconButton
        size="sm"
        label="Compact rows"
        icon={<Rows aria-hidden size={15} />}
        aria-pressed={isCompact}
        className="aria-pressed:bg-sunken aria-pressed:text-ink"
        onClick={() => {
          onLook({ density: isCompact ? 'comfortable' : 'compact' })
        }}
      />
      <IconButton
        size="sm"
        label="Columns"
        icon={<Columns3 aria-hidden size={15} />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => {
          setAnchor(currentTarget)
        }}
      />
      {anchor !== null && (
        <ColumnsPopover
          anchor={anchor}
          chosen={columns}
          onChosenChange={(chosen) => {
            onLook({ columns: chosen })
          }}
          onClose={() => {
            setAnchor(null)
          }}
        />
      )}
    </div>
  )
}

import { CSPProvider } from '@base-ui/react/csp-provider'
import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import { useAnchor } from './use-anchor.ts'

type AnchoredPopoverProps = {
  /** The element that opened it; null while it is closed. */
  anchor: HTMLElement | null
  onClose: () => void
  /** The popover's accessible name. */
  label: string
  align?: 'start' | 'center' | 'end'
  className?: string
  children: ReactNode
}

/** A small dialog beside the button that opened it: filter choices, column choice. */
export const AnchoredPopover = ({
  anchor,
  onClose,
  label,
  align = 'start',
  className,
  children,
}: AnchoredPopoverProps) => {
  const { place, giveBack } = useAnchor(anchor)
  return (
    <CSPProvider disableStyleElements>
      <Popover.Root
        open={anchor !== null}
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <Popover.Portal>
          <Popover.Positioner
            anchor={place}
            align={align}
            sideOffset={4}
            collisionPadding={8}
            className="z-50"
          >
            <Popover.Popup
              aria-label={label}
              finalFocus={giveBack}
              className={cx(
                'max-h-(--available-height) min-w-44 overflow-y-auto rounded-card border border-line bg-raised p-2 text-ink shadow-overlay outline-none',
                className,
              )}
            >
              {children}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </CSPProvider>
  )
}

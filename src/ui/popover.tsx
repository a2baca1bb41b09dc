import { type ReactNode, useEffect } from 'react'

import { type Align, useAnchored } from './anchored.ts'
import { cx } from './cx.ts'

type AnchoredPopoverProps = {
  /** The button that opened it; null while it is closed. */
  anchor: HTMLElement | null
  onClose: () => void
  /** The popover's accessible name. */
  label: string
  align?: Align
  className?: string
  children: ReactNode
}

const Popover = ({
  anchor,
  onClose,
  label,
  align = 'start',
  className,
  children,
}: AnchoredPopoverProps & { anchor: HTMLElement }) => {
  const box = useAnchored(anchor, align, onClose)

  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('input, select, textarea, button, a[href]')
    ;(first ?? box.current)?.focus({ preventScroll: true })
  }, [box])

  return (
    <div
      ref={box}
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-label={label}
      className={cx(
        'fixed inset-auto m-0 min-w-48 overflow-y-auto overscroll-contain rounded-card p-2 text-left whitespace-normal overlay outline-none',
        className,
      )}
    >
      {children}
    </div>
  )
}

/** A small dialog beside the button that opened it: filter choices, column choice. The page stays usable beside it. */
export const AnchoredPopover = ({ anchor, ...rest }: AnchoredPopoverProps) =>
  anchor === null ? null : <Popover {...rest} anchor={anchor} />

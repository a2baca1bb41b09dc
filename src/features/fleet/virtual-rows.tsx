import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'

import { formatCount } from '#lib/format.ts'
import { usePrinting } from '#ui/use-printing.ts'

import type { FleetItem } from './use-row-keys.ts'

interface VirtualRowsProps {
  items: readonly FleetItem[]
  draw: (item: FleetItem) => ReactNode
  /** How tall an instance's row is likely to be, in px; it is measured once it is there. */
  rowHeight: number
  /** The item to scroll to, null for none. `onDrawn` is told after each drawing while there is one. */
  wantedIndex: number | null
  onDrawn: () => void
}

const groupHeight = 36
/** Room for the head of the table above, and for what floats at the foot of the window. */
const scrollPadding = { scrollPaddingStart: 48, scrollPaddingEnd: 96 }

/**
 * Stands for the rows that are not drawn. The browser must not hold on to it while rows take its place: it would follow it down the
 * page, to rows that are not drawn, and on.
 */
const Gap = ({ height }: { height: number }) =>
  height > 0 && (
    <tr aria-hidden className="[overflow-anchor:none]">
      <td style={{ height }} />
    </tr>
  )

/** As many rows are printed: some hundred pages. */
const mostPrinted = 3000

/** Only the rows on the screen, and some around it, for fleets of thousands. */
const VirtualRows = ({ items, draw, rowHeight, wantedIndex, onDrawn }: VirtualRowsProps) => {
  'use no memo'
  const start = useRef<HTMLTableRowElement>(null)
  const [top, setTop] = useState(0)
  const [measured, setMeasured] = useState(rowHeight)
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => (items[index]?.kind === 'group' ? groupHeight : measured),
    overscan: 12,
    scrollMargin: top,
    ...scrollPadding,
  })
  const drawn = rows.getVirtualItems()
  const isPrinting = usePrinting()
  const first = drawn[0]
  const last = drawn.at(-1)

  // They are all of one height, which depends on the density, the width of the page and the reader's font size.
  useLayoutEffect(() => {
    const element = start.current
    if (element === null) return undefined
    const measure = () => {
      setTop(element.getBoundingClientRect().top + globalThis.scrollY)
      const row = element.parentElement?.querySelector<HTMLElement>('tr[data-uuid]')
      if (row !== null && row !== undefined) setMeasured(row.getBoundingClientRect().height)
    }
    measure()
    // What stands above them may grow, and in a narrower window each of them is a card.
    const sizes = new ResizeObserver(measure)
    sizes.observe(document.body)
    return () => {
      sizes.disconnect()
    }
  }, [items.length, rowHeight])

  useLayoutEffect(() => {
    rows.measure()
  }, [rows, measured])

  const scrollTo = useEffectEvent((index: number) => {
    rows.scrollToIndex(index)
  })
  useEffect(() => {
    if (wantedIndex !== null) scrollTo(wantedIndex)
  }, [wantedIndex])
  const reportDrawn = useEffectEvent(onDrawn)
  useEffect(() => {
    if (wantedIndex !== null) reportDrawn()
  })

  if (isPrinting)
    return (
      <>
        <tr ref={start} aria-hidden />
        {items.slice(0, mostPrinted).map(draw)}
        {items.length > mostPrinted && (
          <tr>
            <td colSpan={2} className="px-3 py-2 text-secondary text-ink-muted">
              and {formatCount(items.length - mostPrinted)} more
            </td>
          </tr>
        )}
      </>
    )
  return (
    <>
      <tr ref={start} aria-hidden />
      <Gap height={first === undefined ? 0 : first.start - top} />
      {drawn.map(({ index }) => {
        const item = items[index]
        return item === undefined ? null : draw(item)
      })}
      <Gap height={last === undefined ? 0 : rows.getTotalSize() - (last.end - top)} />
    </>
  )
}
export default VirtualRows

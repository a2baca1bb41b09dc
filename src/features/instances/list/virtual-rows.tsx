import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

import type { FleetItem } from './fleet-table.tsx'

interface VirtualRowsProps {
  items: readonly FleetItem[]
  draw: (item: FleetItem) => ReactNode
}

const heights = { instance: 52, group: 36 } as const

/** Stands for the rows that are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height > 0 && (
    <tr aria-hidden>
      <td style={{ height }} />
    </tr>
  )

/** Only the rows on the screen, and some around it, for fleets of thousands. */
const VirtualRows = ({ items, draw }: VirtualRowsProps) => {
  const start = useRef<HTMLTableRowElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = start.current
    if (element !== null) setTop(element.getBoundingClientRect().top + globalThis.scrollY)
  }, [items.length])
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => heights[items[index]?.kind ?? 'instance'],
    overscan: 12,
    scrollMargin: top,
  })
  const drawn = rows.getVirtualItems()
  const first = drawn[0]
  const last = drawn.at(-1)

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

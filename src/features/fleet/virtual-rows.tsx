import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'

import { formatCount } from '#lib/format.ts'
import { searchable } from '#model/fleet/fleet-view.ts'
import { usePrinting } from '#ui/use-printing.ts'

import type { Column } from './columns.ts'
import type { FleetItem } from './use-row-keys.ts'

interface VirtualRowsProps {
  items: readonly FleetItem[]
  columns: readonly Column[]
  draw: (item: FleetItem, columns: readonly Column[]) => ReactNode
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

const keyOf = (item: FleetItem): string =>
  item.kind === 'group' ? `group ${item.group.key}` : item.instance.uuid

/** Without those that no table in this window is wide enough for: they take a third of the time of a row, and nobody sees them. */
const useColumnsInReach = (columns: readonly Column[]): readonly Column[] => {
  const inReach = () =>
    columns.filter(({ from = 0 }) => from === 0 || matchMedia(`(min-width: ${from / 16}rem)`).matches)
  const [state, setState] = useState(() => ({ of: columns, found: inReach() }))
  if (state.of !== columns) setState({ of: columns, found: inReach() })
  const look = useEffectEvent(() => {
    const found = inReach()
    if (found.length !== state.found.length) setState({ of: columns, found })
  })
  useEffect(() => {
    const onResize = () => look()
    globalThis.addEventListener('resize', onResize)
    return () => {
      globalThis.removeEventListener('resize', onResize)
    }
  }, [])
  return state.found
}

interface Wanted {
  key: string
  /** Whether it is on the screen, or only near it. */
  isSeen: boolean
}

/** Which rows were drawn last. No state: a turn of the wheel would render them all twice. */
const createDrawn = () => {
  let keys: ReadonlySet<string> = new Set()
  return {
    has: ({ key }: Wanted) => keys.has(key),
    note: (rows: readonly Wanted[]) => {
      keys = new Set(rows.map(({ key }) => key))
    },
  }
}

/**
 * The rows to draw now. Where there are others to show than before, those on the screen and those that are drawn already come first, and
 * the ones around them in a task of their own; while one scrolls all of them come at once, so that none is missing.
 */
const useReady = <Row extends Wanted>(
  items: readonly FleetItem[],
  wanted: readonly Row[],
): readonly Row[] => {
  const [whole, setWhole] = useState<readonly FleetItem[] | null>(null)
  const [drawn] = useState(createDrawn)
  const ready = whole === items ? wanted : wanted.filter((row) => row.isSeen || drawn.has(row))
  useLayoutEffect(() => drawn.note(ready))
  useEffect(() => {
    const timer = setTimeout(() => setWhole(items))
    return () => {
      clearTimeout(timer)
    }
  }, [items])
  return ready
}

/** Milliseconds of work at once. */
const slice = 8

/** Milliseconds after which nobody has done anything. */
const quiet = 500

/**
 * Makes what search looks through before anything is typed: with the first letter, it would be made of thousands at once. Returns how to
 * stop.
 */
const makeSearchable = (items: readonly FleetItem[]): (() => void) => {
  const waiting = items.values()
  const work = () => {
    const end = performance.now() + slice
    while (performance.now() < end) {
      const { done, value } = waiting.next()
      if (done === true) return
      if (value.kind === 'instance') searchable(value.instance)
    }
    timer = setTimeout(work)
  }
  let timer = setTimeout(work, quiet)
  return () => {
    clearTimeout(timer)
  }
}

/** Only the rows on the screen, and some around it, for fleets of thousands. */
const VirtualRows = ({ items, columns, draw, rowHeight, wantedIndex, onDrawn }: VirtualRowsProps) => {
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
  useEffect(() => makeSearchable(items), [items])
  const columnsInReach = useColumnsInReach(columns)
  const { startIndex = 0, endIndex = -1 } = rows.range ?? {}
  const wanted = drawn.flatMap(({ index, start: from, end }) => {
    const item = items[index]
    if (item === undefined) return []
    return [{ item, key: keyOf(item), isSeen: index >= startIndex && index <= endIndex, from, end }]
  })
  const ready = useReady(items, wanted)

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
    // What stands above them may grow, and in a narrower window each of them is a card. Told of it once the page is laid out: to look
    // before that, as rows come and go, would lay it out twice.
    const sizes = new ResizeObserver(measure)
    sizes.observe(document.body)
    return () => {
      sizes.disconnect()
    }
  }, [rowHeight])

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
        {items.slice(0, mostPrinted).map((item) => draw(item, columns))}
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
      {ready.map(({ item, key, from }, index) => (
        <Fragment key={key}>
          <Gap height={from - (ready[index - 1]?.end ?? top)} />
          {draw(item, columnsInReach)}
        </Fragment>
      ))}
      <Gap height={rows.getTotalSize() - ((ready.at(-1)?.end ?? top) - top)} />
    </>
  )
}
export default VirtualRows

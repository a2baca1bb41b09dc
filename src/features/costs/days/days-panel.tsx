import { useId } from 'react'

import { formatShortDay } from '#lib/calendar.ts'
import { NANO, sum, usd } from '#lib/money.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { type Bounds, boundsText, shareText, wholeText } from '#model/pricing/amount-text.ts'
import { unknownText } from '#model/pricing/price-text.ts'
import { Panel } from '#ui/panel.tsx'
import { Select } from '#ui/select.tsx'

import type { CostsView, Span } from '../costs-search.ts'
import { HatchDefs, hatchOf } from '../hatch.tsx'
import { seenSince } from '../month/month-figures.ts'
import { type DayBar, DayBars } from './day-bars.tsx'
import { hasWholeDay, partName, partTick, type SpanPart, spanParts } from './span-days.ts'

const head = 'border-b border-line pb-1.5 font-medium'

/** The sum of the parts; what is not known of one is not known of it. */
const sumOfParts = (parts: readonly SpanPart[]): Bounds => {
  const sumOf = (bound: 'low' | 'estimate' | 'high') => sum(parts.map(({ figures }) => figures[bound]))
  const unknown = [...new Set(parts.flatMap(({ figures }) => figures.unknown))]
  return { low: sumOf('low'), estimate: sumOf('estimate'), high: sumOf('high'), unknown }
}

const BoundsCells = ({ bounds }: { bounds: Bounds }) => {
  const { low, estimate, high } = boundsText(bounds)
  return (
    <>
      <td>{estimate}</td>
      <td>{low}</td>
      <td>{high}</td>
    </>
  )
}

interface DaysTableProps {
  parts: readonly SpanPart[]
  span: Span
}

/** The bars as a table, newest first; its last line is the sum. */
const DaysTable = ({ parts, span }: DaysTableProps) => (
  <details className="mt-2 text-small print:hidden">
    <summary className="w-fit rounded-sm text-ink-muted hover:text-ink">As a table</summary>
    <table aria-label={span === '12m' ? 'Cost by month' : 'Cost by day'} className="mt-2 w-full text-right">
      <thead className="text-ink-muted">
        <tr>
          <th scope="col" className={`text-left ${head}`}>
            {span === '12m' ? 'Month' : 'Day'}
          </th>
          <th scope="col" className={head}>
            About
          </th>
          <th scope="col" className={head}>
            At least
          </th>
          <th scope="col" className={head}>
            At most
          </th>
          <th scope="col" className={head}>
            Seen
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.toReversed().map(({ from, seen, figures }) => (
          <tr key={from} className="*:py-1 *:font-normal">
            <th scope="row" className="text-left">
              {partName(from, span)}
            </th>
            <BoundsCells bounds={figures} />
            <td>{shareText(seen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold *:border-t *:border-line *:pt-1.5">
          <th scope="row" className="text-left font-semibold">
            In all of these
          </th>
          <BoundsCells bounds={sumOfParts(parts)} />
          <td />
        </tr>
      </tfoot>
    </table>
  </details>
)

const dollars = (amount: bigint): number => Number(amount) / Number(NANO)

const inWords = ({ from, seen, figures }: SpanPart, span: Span): string => {
  const open = unknownText(figures)
  const { low, estimate, high } = boundsText(figures)
  const lines = [
    `${partName(from, span)}: ${estimate}`,
    open === null ? `between ${low} and ${high}` : `at least ${low}`,
    `seen ${shareText(seen)} of the time`,
  ]
  return [...lines, ...(open === null ? [] : [open])].join('\n')
}

/** The bars of a span; what was over before the first look (ms since the epoch) has none. */
export const barsOf = (parts: readonly SpanPart[], span: Span, since: number): DayBar[] =>
  parts.map((part) => {
    const isBefore = part.to <= since
    return {
      key: `${part.from}`,
      label: partTick(part.from, span),
      estimate: isBefore ? null : dollars(part.figures.estimate),
      seen: part.seen,
      tooltip: isBefore ? `${partName(part.from, span)}: before the first look` : inWords(part, span),
    }
  })

interface DaysChartProps {
  parts: readonly SpanPart[]
  span: Span
  /** Since when anything was seen, ms since the epoch. */
  since: number
}

/** The days as bars, and those since the first look as a table. */
const DaysChart = ({ parts, span, since }: DaysChartProps) => (
  <figure className="m-0">
    <figcaption className="sr-only">
      Estimated cost {span === '12m' ? 'of each month' : 'of each day'}; the same as a table below.
    </figcaption>
    <DayBars
      bars={barsOf(parts, span, since)}
      formatValue={(value) => wholeText(usd(value))}
      since={`First seen ${formatShortDay(since)}`}
    />
    <DaysTable parts={parts.filter(({ to }) => to > since)} span={span} />
  </figure>
)

const spanWords: readonly { value: Span; label: string }[] = [
  { value: '7d', label: '7 days' },
  { value: '14d', label: '14 days' },
  { value: '30d', label: '30 days' },
  { value: 'month', label: 'This month' },
  { value: '12m', label: '12 months' },
]

const Key = () => {
  const id = useId()
  return (
    <span className="flex items-center gap-3 text-small whitespace-nowrap text-ink-muted">
      <span className="flex items-center gap-1.5">
        <svg aria-hidden width="8" height="8">
          <rect width="8" height="8" rx="2" className="fill-plot" />
        </svg>
        seen
      </span>
      <span className="flex items-center gap-1.5">
        <svg aria-hidden width="8" height="8">
          <HatchDefs id={id} />
          <rect width="8" height="8" fill={hatchOf(id)} />
        </svg>
        not seen
      </span>
    </span>
  )
}

/** A panel about nothing yet: one line. */
const NotYet = ({ since }: { since: number | null }) => (
  <section
    aria-label="By day"
    className="flex flex-wrap items-baseline gap-x-2 rounded-panel border border-line bg-surface px-4 py-3"
  >
    <h2 className="font-semibold">By day</h2>
    <p className="text-secondary text-ink-muted">
      {since === null ? 'begins today' : `after one whole day; first seen ${formatShortDay(since)}`}
    </p>
  </section>
)

interface DaysPanelProps {
  ledger: Ledger
  /** Milliseconds since the epoch. */
  now: number
  view: CostsView
  onChange: (part: Partial<CostsView>) => void
}

/** What the days before came to, as far as this browser saw them. */
export const DaysPanel = ({ ledger, now, view: { span }, onChange }: DaysPanelProps) => {
  const since = seenSince(ledger)
  if (since === null || !hasWholeDay(since, now)) return <NotYet since={since} />
  return (
    <Panel
      title="By day"
      actions={
        <>
          <Key />
          <Select
            size="sm"
            aria-label="Time span"
            className="w-25 print:hidden"
            value={span}
            onChange={({ currentTarget }) => {
              const chosen = spanWords.find(({ value }) => value === currentTarget.value)
              if (chosen !== undefined) onChange({ span: chosen.value })
            }}
          >
            {spanWords.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </>
      }
    >
      <DaysChart parts={spanParts(ledger, span, now)} span={span} since={since} />
    </Panel>
  )
}

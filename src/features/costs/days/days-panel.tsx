import { formatMonth, formatShortDay, formatShortMonth, formatWeekDay } from '#lib/calendar.ts'
import { formatDateTime } from '#lib/format.ts'
import { NANO, sum, usd } from '#lib/money.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { type Bounds, boundsText, shareText, wholeText } from '#model/pricing/amount-text.ts'
import { unknownText } from '#model/pricing/price-text.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

import type { CostsView, Span } from '../costs-search.ts'
import { seenSince } from '../month/month-figures.ts'
import { Swatch } from '../stacked-bar.tsx'
import { type SpanPart, spanParts } from './span-days.ts'

/** A day or a month by its beginning (ms since the epoch): "Mon, Oct 6", "October 2026". */
const partName = (from: number, span: Span): string =>
  span === '12m' ? formatMonth(from) : formatWeekDay(from)

/** The same, short enough to stand under a bar: "Oct 6", "Oct". */
const partTick = (from: number, span: Span): string =>
  span === '12m' ? formatShortMonth(from) : formatShortDay(from)

interface DaysTableProps {
  parts: readonly SpanPart[]
  span: Span
}

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

/** The chart as a table, newest first; its last line is the sum. */
const DaysTable = ({ parts, span }: DaysTableProps) => (
  <details className="mt-2 text-secondary">
    <summary className="w-fit rounded-sm text-ink-muted hover:text-ink">Show as a table</summary>
    <table aria-label={span === '12m' ? 'Cost by month' : 'Cost by day'} className="mt-2 w-full text-right">
      <thead className="text-small text-ink-muted">
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
            In all
          </th>
          <BoundsCells bounds={sumOfParts(parts)} />
          <td />
        </tr>
      </tfoot>
    </table>
  </details>
)

interface DaysChartProps {
  parts: readonly SpanPart[]
  span: Span
  /** Since when anything was seen, ms since the epoch. */
  since: number
}

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

/** The days as bars, what the bars mean, and the same as a table. */
const DaysChart = ({ parts, span, since }: DaysChartProps) => (
  <figure className="m-0">
    <figcaption className="sr-only">
      Estimated cost {span === '12m' ? 'of each month' : 'of each day'}; the same as a table below.
    </figcaption>
    <BarChart
      bars={parts.map((part) => ({
        key: `${part.from}`,
        label: partTick(part.from, span),
        low: dollars(part.figures.low),
        estimate: dollars(part.figures.estimate),
        high: dollars(part.figures.high),
        seen: part.seen,
        tooltip: inWords(part, span),
      }))}
      formatValue={(value) => wholeText(usd(value))}
    />
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-muted">
      <span className="flex items-center gap-1.5">
        <Swatch fill="solid" /> seen
      </span>
      <span className="flex items-center gap-1.5">
        <Swatch fill="hatch" /> not seen, estimated
      </span>
      <span className="flex items-center gap-1.5">
        <svg aria-hidden width="10" height="12">
          <path d="M1 1h8M5 1v10M1 11h8" className="fill-none stroke-ink-muted" />
        </svg>
        between these bounds
      </span>
      <span className="ml-auto">Seen since {formatDateTime(since)}.</span>
    </p>
    <DaysTable parts={parts} span={span} />
  </figure>
)

const spanWords: readonly { value: Span; label: string }[] = [
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
  { value: 'month', label: 'This month' },
  { value: '12m', label: '12 months' },
]

interface DaysPanelProps {
  /** Null while this browser's memory is being read. */
  ledger: Ledger | null
  /** Milliseconds since the epoch. */
  now: number
  view: CostsView
  onChange: (part: Partial<CostsView>) => void
}

const Body = ({ ledger, now, span }: { ledger: Ledger | null; now: number; span: Span }) => {
  if (ledger === null) return <Skeleton className="h-[292px] w-full" />
  const since = seenSince(ledger)
  if (since === null)
    return (
      <EmptyState title="It begins with today">
        The service keeps no history of costs, so this browser keeps its own: from now on, and only while a
        tab of Hatteras is open somewhere in it.
      </EmptyState>
    )
  return <DaysChart parts={spanParts(ledger, span, now)} span={span} since={since} />
}

/** What the days before came to, as far as this browser saw them. */
export const DaysPanel = ({ ledger, now, view: { span }, onChange }: DaysPanelProps) => (
  <Panel
    title="Over days"
    aside="estimates, as far as this browser saw"
    actions={
      <Segmented
        label="Time span"
        options={spanWords}
        value={span}
        onValueChange={(next) => onChange({ span: next })}
        className="print:hidden"
      />
    }
  >
    <Body ledger={ledger} now={now} span={span} />
  </Panel>
)

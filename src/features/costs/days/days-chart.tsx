import { formatDateTime, formatDollars, formatMonthly, formatPercent } from '#lib/format.ts'
import { NANO, usd } from '#lib/money.ts'
import { unknownText } from '#model/pricing/price-text.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { Swatch } from '../stacked-bar.tsx'

import type { Span } from '../costs-search.ts'
import { fromText } from '../from-text.ts'
import { DaysTable } from './days-table.tsx'
import { partName, partTick } from './part-name.ts'
import type { SpanPart } from './span-days.ts'

interface DaysChartProps {
  parts: readonly SpanPart[]
  span: Span
  /** Since when anything was seen, ms since the epoch. */
  since: number
}

const dollars = (amount: bigint): number => Number(amount) / Number(NANO)

const inWords = ({ from, seen, figures: { low, estimate, high, unknown } }: SpanPart, span: Span): string => {
  const open = unknownText({ known: estimate, unknown, assumed: false })
  const lines = [
    `${partName(from, span)}: ${fromText(formatMonthly(estimate), estimate, unknown)}`,
    `between ${formatDollars(low)} and ${formatDollars(high)}`,
    `seen ${formatPercent(seen * 100)} of the time`,
  ]
  return [...lines, ...(open === null ? [] : [open])].join('\n')
}

/** The days as bars, what the bars mean, and the same as a table. */
export const DaysChart = ({ parts, span, since }: DaysChartProps) => (
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
        tip: inWords(part, span),
      }))}
      formatValue={(value) => formatDollars(usd(value))}
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

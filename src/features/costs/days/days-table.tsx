import { formatDollars, formatMonthly, formatPercent } from '#lib/format.ts'
import { sum } from '#lib/money.ts'

import type { Span } from '../costs-search.ts'
import { partName } from './part-name.ts'
import type { SpanPart } from './span-days.ts'

interface DaysTableProps {
  parts: readonly SpanPart[]
  span: Span
}

const head = 'border-b border-line pb-1.5 font-medium'

/** The chart as a table, newest first; its last line is the sum. */
export const DaysTable = ({ parts, span }: DaysTableProps) => {
  const total = (bound: 'low' | 'estimate' | 'high') => sum(parts.map((part) => part.figures[bound]))
  return (
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
          {parts.toReversed().map((part) => (
            <tr key={part.from} className="*:py-1 *:font-normal">
              <th scope="row" className="text-left">
                {partName(part.from, span)}
              </th>
              <td>{formatMonthly(part.figures.estimate)}</td>
              <td>{formatDollars(part.figures.low)}</td>
              <td>{formatDollars(part.figures.high)}</td>
              <td>{formatPercent(part.seen * 100)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold *:border-t *:border-line *:pt-1.5">
            <th scope="row" className="text-left font-semibold">
              In all
            </th>
            <td>{formatMonthly(total('estimate'))}</td>
            <td>{formatDollars(total('low'))}</td>
            <td>{formatDollars(total('high'))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </details>
  )
}

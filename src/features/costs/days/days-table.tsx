import { formatDollars, formatMonthly, formatPercent } from '#lib/format.ts'
import { sum, type Usd } from '#lib/money.ts'

import type { Span } from '../costs-search.ts'
import { fromText } from '../from-text.ts'
import { partName } from './part-name.ts'
import type { SpanPart } from './span-days.ts'

interface DaysTableProps {
  parts: readonly SpanPart[]
  span: Span
}

const head = 'border-b border-line pb-1.5 font-medium'

/** The chart as a table, newest first; its last line is the sum. */
export const DaysTable = ({ parts, span }: DaysTableProps) => {
  const unknown = parts.flatMap(({ figures }) => figures.unknown)
  const total = (bound: 'low' | 'estimate' | 'high', write: (amount: Usd) => string) => {
    const amount = sum(parts.map(({ figures }) => figures[bound]))
    return fromText(write(amount), amount, unknown)
  }
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
          {parts.toReversed().map(({ from, seen, figures: { low, estimate, high, unknown } }) => (
            <tr key={from} className="*:py-1 *:font-normal">
              <th scope="row" className="text-left">
                {partName(from, span)}
              </th>
              <td>{fromText(formatMonthly(estimate), estimate, unknown)}</td>
              <td>{fromText(formatDollars(low), low, unknown)}</td>
              <td>{fromText(formatDollars(high), high, unknown)}</td>
              <td>{formatPercent(seen * 100)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold *:border-t *:border-line *:pt-1.5">
            <th scope="row" className="text-left font-semibold">
              In all
            </th>
            <td>{total('estimate', formatMonthly)}</td>
            <td>{total('low', formatDollars)}</td>
            <td>{total('high', formatDollars)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </details>
  )
}

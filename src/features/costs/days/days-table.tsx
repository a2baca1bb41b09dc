import { sum } from '#lib/money.ts'
import { type Bounds, boundsText, shareText } from '#model/pricing/amount-text.ts'

import type { Span } from '../costs-search.ts'
import { partName } from './day-names.ts'
import type { SpanPart } from './span-days.ts'

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
export const DaysTable = ({ parts, span }: DaysTableProps) => (
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

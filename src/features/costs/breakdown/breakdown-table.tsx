import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import type { BurnSplit, SplitKey } from '../burn.ts'
import { sumCosts } from '#model/pricing/cost.ts'
import { monthlyText } from '#model/pricing/price-text.ts'
import { Cell, ColumnHead, Row } from '#ui/table.tsx'

import { exactText } from '../exact-text.ts'
import { BreakdownRow } from './breakdown-row.tsx'
import { splitWord } from './split-words.ts'
import type { WhatIfChoice } from './use-what-if.ts'

interface BreakdownTableProps {
  split: BurnSplit
  by: SplitKey
  /** How many lines are shown; the rest is summed up in one. */
  lines: number
  instances: ReadonlyMap<string, Instance>
  /** For the lines of instances: which are switched in thought. */
  whatIf: WhatIfChoice | null
}

/** The lines of the present cost; whatever it is split by, they add up to the same total to the last digit. */
export const BreakdownTable = ({
  split: { total, parts },
  by,
  lines,
  instances,
  whatIf,
}: BreakdownTableProps) => {
  const isShown = (key: string, index: number) => index < lines || whatIf?.has(key) === true
  const shown = parts.filter(({ key }, index) => isShown(key, index))
  const rest = parts.filter(({ key }, index) => !isShown(key, index))
  const restTotal = sumCosts(rest.map(({ now }) => now))
  const word = splitWord(by)
  // Biggest first. Without a total there is none, and no bar to measure.
  const longest = parts[0]?.share ?? 1

  return (
    <table
      aria-label={`Cost by ${by === 'tier' ? word : word.toLowerCase()}`}
      className="w-full table-fixed border-separate border-spacing-0 [&_tr>*:first-child]:pl-4 [&_tr>*:last-child]:pr-4"
    >
      <thead>
        <tr>
          {whatIf !== null && (
            <ColumnHead className="w-10 print:hidden">
              <span className="sr-only">What if</span>
            </ColumnHead>
          )}
          <ColumnHead>{word}</ColumnHead>
          <ColumnHead className="w-[26%] max-md:hidden">Share</ColumnHead>
          <ColumnHead align="end" className="w-32 max-sm:w-28">
            Per hour
          </ColumnHead>
          <ColumnHead align="end" className="w-32 max-sm:hidden">
            Per month
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {shown.map((part) => (
          <BreakdownRow
            key={part.key}
            part={part}
            longest={longest}
            by={by}
            instance={instances.get(part.key)}
            whatIf={whatIf}
          />
        ))}
        {rest.length > 0 && (
          <Row density="compact" className="text-ink-muted">
            {whatIf !== null && <Cell className="print:hidden" />}
            <Cell>{formatCount(rest.length)} more</Cell>
            <Cell className="max-md:hidden" />
            <Cell align="end">{exactText(restTotal)}</Cell>
            <Cell align="end" className="max-sm:hidden">
              {monthlyText(restTotal)}
            </Cell>
          </Row>
        )}
      </tbody>
      <tfoot>
        <tr className="h-10 font-semibold">
          {whatIf !== null && <td className="print:hidden" />}
          <th scope="row" className="px-3 text-left">
            Total
          </th>
          <td className="max-md:hidden" />
          <Cell align="end">{exactText(total)}</Cell>
          <Cell align="end" className="max-sm:hidden">
            {monthlyText(total)}
          </Cell>
        </tr>
      </tfoot>
    </table>
  )
}

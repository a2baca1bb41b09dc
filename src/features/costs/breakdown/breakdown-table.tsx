import ChevronRight from 'lucide-react/icons/chevron-right'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { ColumnHead } from '#ui/table.tsx'

import type { BurnSplit, SplitKey } from '../burn.ts'
import { sumPrices } from '../prices.ts'
import type { WhatIfChoice } from '../use-what-if.ts'
import { BarCell, BreakdownRow, PriceCells } from './breakdown-row.tsx'
import { splitWord } from './by-choice.tsx'

/** Where no more than this many lines are summed up in one, they are in the page for paper, which has no button to show them. */
const mostOnPaper = 40

interface BreakdownTableProps {
  split: BurnSplit
  by: SplitKey
  /** How many lines are shown; the rest is summed up in one. */
  lines: number
  instances: ReadonlyMap<string, Instance>
  /** For the lines of instances: which are switched in the what-if. */
  whatIf: WhatIfChoice | null
  onMore: () => void
}

/** The lines of the present cost, each a bar of its parts on the scale of the dearest, and what they come to. */
export const BreakdownTable = ({
  split: { total, parts },
  by,
  lines,
  instances,
  whatIf,
  onMore,
}: BreakdownTableProps) => {
  const word = splitWord(by)
  const isShown = (key: string, index: number) => index < lines || whatIf?.has(key) === true
  const rest = parts.filter(({ key }, index) => !isShown(key, index))
  const isPrinted = rest.length <= mostOnPaper
  const restPrice = sumPrices(rest.map(({ now }) => now))
  // Biggest first.
  const scale = [parts[0]?.now.known ?? restPrice.known, restPrice.known].reduce((a, b) => (a > b ? a : b))

  return (
    <table
      aria-label={`Cost by ${by === 'tier' ? word : word.toLowerCase()}`}
      className="w-full table-fixed border-separate border-spacing-0 text-secondary [--table-gutter:1rem]"
    >
      <thead>
        <tr>
          <ColumnHead className="w-[13.5rem] @max-[36rem]:w-auto">{word}</ColumnHead>
          <ColumnHead className="@max-[36rem]:w-20">
            <span className="sr-only">Parts</span>
          </ColumnHead>
          <ColumnHead align="end" className="w-16 @max-[36rem]:hidden">
            Share
          </ColumnHead>
          <ColumnHead align="end" className="w-32">
            Per hour
          </ColumnHead>
          <ColumnHead align="end" className="w-25 @max-[36rem]:hidden">
            ≈ Month
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {parts.map((part, index) => {
          const isHidden = !isShown(part.key, index)
          return isHidden && !isPrinted ? null : (
            <BreakdownRow
              key={part.key}
              part={part}
              scale={scale}
              by={by}
              instance={instances.get(part.key)}
              whatIf={whatIf}
              isHidden={isHidden}
            />
          )
        })}
        {rest.length > 0 && (
          <tr
            className={
              isPrinted ? 'h-9 *:border-b *:border-line print:hidden' : 'h-9 *:border-b *:border-line'
            }
          >
            <td className="pl-4">
              <button
                type="button"
                onClick={onMore}
                className="-ml-1 inline-flex items-center gap-1.5 rounded-sm px-1 text-ink-muted hover:text-ink"
              >
                <ChevronRight aria-hidden size={13} />
                {formatCount(rest.length)} more
              </button>
            </td>
            <BarCell price={restPrice} scale={scale} />
            <PriceCells
              price={restPrice}
              share={total.known > ZERO ? Number(restPrice.known) / Number(total.known) : null}
            />
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr className="h-10.5 font-semibold">
          <th scope="row" className="pl-4 text-left font-semibold">
            Total
          </th>
          <td />
          <PriceCells price={total} share={null} isTotal />
        </tr>
      </tfoot>
    </table>
  )
}

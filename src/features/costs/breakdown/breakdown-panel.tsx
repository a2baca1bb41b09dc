import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { useAnnotations } from '#storage/annotations.ts'
import { InfoMark } from '#ui/info-mark.tsx'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Select } from '#ui/select.tsx'
import { ColumnHead } from '#ui/table.tsx'

import { type BurnSplit, splitBurn, type SplitKey } from '../burn.ts'
import { tableCell } from '../costs-grid.ts'
import type { CostsView } from '../costs-search.ts'
import { sumPrices } from '../prices.ts'
import type { WhatIfChoice } from '../what-if.ts'
import { BarCell, BreakdownRow, PriceCells } from './breakdown-row.tsx'

/** What the present cost can be broken down by, in the words of the interface, instances first: they are what can be acted on. */
const splitWords: readonly { value: SplitKey; label: string }[] = [
  { value: 'instance', label: 'Instance' },
  { value: 'owner', label: 'Owner' },
  { value: 'flavor', label: 'Environment' },
  { value: 'type', label: 'Type' },
  { value: 'tier', label: 'CPU tier' },
  { value: 'tag', label: 'Tag' },
  { value: 'state', label: 'State' },
  { value: 'component', label: 'Component' },
]

const splitWord = (key: SplitKey): string => splitWords.find(({ value }) => value === key)?.label ?? key

interface ByChoiceProps {
  by: SplitKey
  onBy: (by: SplitKey) => void
}

/** By what the breakdown is split: side by side where there is room, a select where there is none. */
const ByChoice = ({ by, onBy }: ByChoiceProps) => (
  <>
    <Segmented
      label="Break down by"
      options={splitWords}
      value={by}
      onValueChange={onBy}
      className="@max-[43rem]:hidden print:hidden"
    />
    <Select
      size="sm"
      aria-label="Break down by"
      className="w-36 @min-[43rem]:hidden print:hidden"
      value={by}
      onChange={({ currentTarget }) => {
        const chosen = splitWords.find(({ value }) => value === currentTarget.value)
        if (chosen !== undefined) onBy(chosen.value)
      }}
    >
      {splitWords.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  </>
)

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
const BreakdownTable = ({
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
          <ColumnHead className="@max-[36rem]:w-20 @max-[22rem]:hidden">
            <span className="sr-only">Parts</span>
          </ColumnHead>
          <ColumnHead align="end" className="w-16 @max-[36rem]:hidden">
            Share
          </ColumnHead>
          <ColumnHead align="end" className="w-32 @max-[22rem]:w-24">
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

/** A longer list begins with its first lines, and the rest is summed up until it is asked for: it is the small change. */
const plainLines = 10
const firstLines = 9
const moreLines = 500

interface BreakdownPanelProps {
  instances: readonly Instance[]
  view: CostsView
  onChange: (part: Partial<CostsView>) => void
  whatIf: WhatIfChoice
}

/** The present cost split by what one asks for; by instance, the treemap as a table, with its check boxes. */
export const BreakdownPanel = ({ instances, view: { by }, onChange, whatIf }: BreakdownPanelProps) => {
  const annotations = useAnnotations()
  const [limit, setLimit] = useState({ by, lines: firstLines })
  const split = splitBurn(instances, by, (uuid) => annotations.get(uuid)?.tags ?? [])
  const least = split.parts.length <= plainLines ? plainLines : firstLines
  const lines = limit.by === by ? Math.max(least, limit.lines) : least

  return (
    <div className={tableCell}>
      <Panel
        title="Breakdown"
        actions={
          <>
            {split.isOverlapping && (
              <InfoMark label="How tags are counted">
                An instance with several tags is counted under each of them, so the lines may come to more
                than the total, which counts it once.
              </InfoMark>
            )}
            <ByChoice by={by} onBy={(next) => onChange({ by: next })} />
          </>
        }
        flush
      >
        <BreakdownTable
          split={split}
          by={by}
          lines={lines}
          instances={new Map(by === 'instance' ? instances.map((instance) => [instance.uuid, instance]) : [])}
          whatIf={by === 'instance' ? whatIf : null}
          onMore={() => setLimit({ by, lines: lines + moreLines })}
        />
      </Panel>
    </div>
  )
}

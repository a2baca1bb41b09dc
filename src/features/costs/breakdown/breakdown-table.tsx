import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { pluralize } from '#lib/text.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import { shareText } from '#model/pricing/amount-text.ts'
import { sumCosts } from '#model/pricing/cost.ts'
import { exactText, monthlyText } from '#model/pricing/price-text.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { StateMark } from '#ui/state-mark.tsx'
import { Cell, ColumnHead, Row } from '#ui/table.tsx'

import type { BurnPart, BurnSplit, SplitKey } from '../burn.ts'
import { ShareBar } from '../stacked-bar.tsx'
import { switchable } from '../what-if.ts'
import type { WhatIfChoice } from './use-what-if.ts'

/** What the present cost can be broken down by, in the words of the interface, instances first: they are what can be acted on. */
export const splitWords: readonly { value: SplitKey; label: string }[] = [
  { value: 'instance', label: 'Instance' },
  { value: 'component', label: 'Component' },
  { value: 'flavor', label: 'Environment' },
  { value: 'type', label: 'Type' },
  { value: 'tier', label: 'CPU tier' },
  { value: 'owner', label: 'Owner' },
  { value: 'state', label: 'State' },
]

const splitWord = (key: SplitKey): string => splitWords.find(({ value }) => value === key)?.label ?? key

const everything = fleetSearch.read(new URLSearchParams())

/** Where a line of the breakdown leads: the instance itself, or the fleet filtered to what the line sums up; null for neither. */
export const linkOf = (by: SplitKey, { key, label }: Pick<BurnPart, 'key' | 'label'>): string | null => {
  if (by === 'instance') return paths.instance({ name: label, uuid: key })
  // A component has no filter, a state's line is several words of the API, and '' is what the service did not say.
  if (by === 'component' || by === 'state' || key === '') return null
  return paths.instances(fleetSearch.write({ ...everything, [by]: [key] }).toString())
}

interface BreakdownRowProps {
  part: BurnPart
  /** The greatest share in the table: its bar fills the column. */
  longest: number
  by: SplitKey
  /** Of a line that stands for one instance. */
  instance: Instance | undefined
  whatIf: WhatIfChoice | null
}

const WhatIfBox = ({ instance, whatIf }: { instance: Instance; whatIf: WhatIfChoice }) => {
  const way = switchable(instance)
  return (
    way !== null && (
      <Checkbox
        aria-label={`What if ${instance.name} were ${way === 'stop' ? 'stopped' : 'started'}`}
        checked={whatIf.has(instance.uuid)}
        onCheckedChange={(isTicked) => whatIf.toggle(instance, isTicked)}
      />
    )
  )
}

/** The state of a line that is one instance; its shape alone on a phone. */
const StateNote = ({ state, isAssumed }: { state: string; isAssumed: boolean }) => {
  const { kind, word } = stateInfo(state)
  return (
    <span className="relative inline-flex items-center gap-1.5">
      <StateMark kind={kind} size={10} />
      <span className="max-sm:sr-only">
        {word}
        {isAssumed && ', counted as running'}
      </span>
    </span>
  )
}

/** One line: its name, its share of the total, and what it costs. */
const BreakdownRow = ({ part, longest, by, instance, whatIf }: BreakdownRowProps) => {
  const { key, label, now, share, instances } = part
  const link = linkOf(by, part)
  return (
    <Row density="compact" selected={whatIf?.has(key) === true}>
      {whatIf !== null && (
        <Cell className="pr-0 print:hidden">
          {instance !== undefined && <WhatIfBox instance={instance} whatIf={whatIf} />}
        </Cell>
      )}
      <Cell title={label}>
        <span className="flex items-baseline gap-2.5">
          {link === null ? (
            <span className="truncate font-name">{label}</span>
          ) : (
            <Link to={link} className="truncate font-name hover:underline">
              {label}
            </Link>
          )}
          <span className="shrink-0 text-small text-ink-muted">
            {instance === undefined ? (
              <span className="max-sm:hidden">{pluralize(instances, 'instance')}</span>
            ) : (
              <StateNote state={instance.state} isAssumed={now.assumed} />
            )}
          </span>
        </span>
      </Cell>
      <Cell className="max-md:hidden">
        <span className="flex items-center gap-2">
          <ShareBar share={share === null || longest === 0 ? null : share / longest} />
          <span className="w-10 shrink-0 text-right text-secondary text-ink-muted">{shareText(share)}</span>
        </span>
      </Cell>
      <Cell align="end">{exactText(now)}</Cell>
      <Cell align="end" className="text-ink-muted max-sm:hidden">
        {monthlyText(now)}
      </Cell>
    </Row>
  )
}

interface BreakdownTableProps {
  split: BurnSplit
  by: SplitKey
  /** How many lines are shown; the rest is summed up in one. */
  lines: number
  instances: ReadonlyMap<string, Instance>
  /** For the lines of instances: which are switched in the what-if. */
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

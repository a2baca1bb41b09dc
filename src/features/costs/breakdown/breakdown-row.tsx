import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { type Usd, ZERO } from '#lib/money.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import { shareText } from '#model/pricing/amount-text.ts'
import type { Breakdown } from '#model/pricing/cost.ts'
import { exactText, hiddenDigits, hourlyFigure, monthlyFigure } from '#model/pricing/price-text.ts'
import { CostBar } from '#page/cost-bar.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { cx } from '#ui/cx.ts'
import { StateMark } from '#ui/state-mark.tsx'
import { Cell, Row } from '#ui/table.tsx'

import type { BurnPart, SplitKey } from '../burn.ts'
import { switchable, type WhatIfChoice } from '../what-if.ts'

const everything = fleetSearch.read(new URLSearchParams())

/** Where a line of the breakdown leads: the instance itself, or the fleet filtered to what the line sums up; null for neither. */
export const linkOf = (by: SplitKey, { key, label }: Pick<BurnPart, 'key' | 'label'>): string | null => {
  if (by === 'instance') return paths.instance({ name: label, uuid: key })
  // A component has no filter, a state's line is several words of the API, and '' is what the service did not say.
  if (by === 'component' || by === 'state' || key === '') return null
  return paths.instances(fleetSearch.write({ ...everything, [by]: [key] }).toString())
}

/** The bar of a line. */
export const BarCell = ({ price, scale }: { price: Breakdown; scale: Usd }) => (
  <Cell className="@max-[22rem]:hidden">{scale > ZERO && <CostBar price={price} scale={scale} />}</Cell>
)

interface PriceCellsProps {
  price: Breakdown
  /** Of the total, 0 to 1; null where it is not said. */
  share: number | null
  isTotal?: boolean
}

/** What a line comes to. What stands before a figure does so outside the edge of the digits. */
export const PriceCells = ({ price, share, isTotal = false }: PriceCellsProps) => {
  const { prefix, figure } = hourlyFigure(price)
  return (
    <>
      <Cell align="end" className="text-ink-muted @max-[36rem]:hidden">
        {share !== null && shareText(share)}
      </Cell>
      <Cell align="end" translate="no">
        {prefix !== '' && <span className="text-micro font-normal text-ink-muted">{prefix} </span>}
        <span data-tooltip={hiddenDigits(price) === null ? undefined : exactText(price)}>{figure}</span>
      </Cell>
      <Cell align="end" className={cx('@max-[36rem]:hidden', !isTotal && 'text-ink-muted')} translate="no">
        {/* The head of the column has the sign. */}
        {monthlyFigure(price).replace('≈\u00a0', '')}
      </Cell>
    </>
  )
}

interface WhatIfBoxProps {
  instance: Instance
  whatIf: WhatIfChoice
}

/** The same as the tile of the instance, for whoever reads the table and for tiles that are too small to press. It takes the place of the mark. */
const WhatIfBox = ({ instance, whatIf }: WhatIfBoxProps) => {
  const way = switchable(instance)
  return (
    way !== null && (
      <span className="absolute inset-y-0 left-0 flex items-center opacity-0 group-hover/row:opacity-100 group-has-[:checked]/row:opacity-100 group-has-[:focus-visible]/row:opacity-100 print:hidden pointer-coarse:opacity-100">
        <Checkbox
          aria-label={`Count ${instance.name} as ${way === 'stop' ? 'stopped' : 'started'}`}
          checked={whatIf.has(instance.uuid)}
          onCheckedChange={(isTicked) => whatIf.toggle(instance, isTicked)}
        />
      </span>
    )
  )
}

/** The state of a line that is one instance, by its shape; in words for who does not see it. */
const State = ({ state, isAssumed }: { state: string; isAssumed: boolean }) => {
  const { kind, word } = stateInfo(state)
  return (
    <span className="pointer-events-none relative flex shrink-0 print:opacity-100! pointer-fine:group-hover/row:opacity-0 pointer-fine:group-has-[:checked]/row:opacity-0 pointer-fine:group-has-[:focus-visible]/row:opacity-0">
      <StateMark kind={kind} size={11} />
      <span className="sr-only">
        {word}
        {isAssumed && ', counted as running'}
      </span>
    </span>
  )
}

interface BreakdownRowProps {
  part: BurnPart
  /** What a bar of full length stands for. */
  scale: Usd
  by: SplitKey
  /** Of a line that stands for one instance. */
  instance: Instance | undefined
  whatIf: WhatIfChoice | null
  /** Shown on paper alone. */
  isHidden: boolean
}

/** One line: its name, its bar, its share of the total, and what it costs. */
export const BreakdownRow = ({ part, scale, by, instance, whatIf, isHidden }: BreakdownRowProps) => {
  const { key, label, now, share, instances } = part
  const link = linkOf(by, part)
  return (
    <Row
      density="compact"
      selected={whatIf?.has(key) === true}
      className={cx(isHidden && 'hidden print:table-row')}
    >
      <Cell>
        <span className="flex items-center gap-2">
          {whatIf !== null && instance !== undefined && (
            <span className="relative flex h-6 w-4 shrink-0 items-center pointer-coarse:w-9 pointer-coarse:justify-end">
              <WhatIfBox instance={instance} whatIf={whatIf} />
              <State state={instance.state} isAssumed={now.assumed} />
            </span>
          )}
          {link === null ? (
            <span className="truncate font-name">{label}</span>
          ) : (
            <Link to={link} className="truncate font-name hover:underline">
              {label}
            </Link>
          )}
          {instance === undefined && by !== 'component' && (
            <span className="shrink-0 text-small text-ink-muted">
              {formatCount(instances)}
              <span className="sr-only"> {instances === 1 ? 'instance' : 'instances'}</span>
            </span>
          )}
        </span>
      </Cell>
      <BarCell price={now} scale={scale} />
      <PriceCells price={now} share={share} />
    </Row>
  )
}

import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { HOURS_PER_MONTH } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import { summarizeFleet } from '#model/fleet/fleet.ts'
import { paths } from '#model/paths.ts'
import { shareText } from '#model/pricing/amount-text.ts'
import { hourlyCost, sumCosts, type Total } from '#model/pricing/cost.ts'
import { dailyText, exactText, hourlyText, monthlyText, unknownText } from '#model/pricing/price-text.ts'
import { cx } from '#ui/cx.ts'
import type { Fill } from '#ui/fill.tsx'
import { Panel } from '#ui/panel.tsx'

import { type BurnPart, splitBurn } from './burn.ts'
import { StackedBar, Swatch } from './stacked-bar.tsx'

const fills: Record<string, Fill> = {
  compute: 'solid',
  vcpu: 'solid',
  ram: 'soft',
  storage: 'hatch',
  gpu: 'grey',
  sentieon: 'dots',
  other: 'hollow',
}

/** How a component of the cost is drawn, by its key in the split. */
const partFill = (key: string): Fill => fills[key] ?? 'hollow'

interface LineProps {
  part: BurnPart
  isInner?: boolean
}

const Line = ({ part: { key, label, share, now, parts }, isInner = false }: LineProps) => (
  <tr className={cx('*:py-[3px] *:font-normal', isInner && 'text-ink-muted')}>
    <th scope="row" className="text-left">
      <span className={cx('flex items-center gap-2', isInner && 'pl-[18px]')}>
        {parts.length === 0 && <Swatch fill={partFill(key)} />}
        {label}
      </span>
    </th>
    <td>{shareText(share)}</td>
    <td>{exactText(now)}</td>
    <td className="max-sm:hidden">{monthlyText(now)}</td>
  </tr>
)

/** What the present cost is made of, line by line; the lines add up to the total to the last digit. */
const ComponentTable = ({ parts }: { parts: readonly BurnPart[] }) => (
  <table aria-label="What it is made of" className="w-full text-right text-secondary">
    <thead className="text-small text-ink-muted">
      <tr className="*:pb-1 *:font-medium">
        <th scope="col" className="text-left">
          <span className="sr-only">Component</span>
        </th>
        <th scope="col" className="w-16">
          Share
        </th>
        <th scope="col" className="w-32">
          Per hour
        </th>
        <th scope="col" className="w-32 max-sm:hidden">
          Per month
        </th>
      </tr>
    </thead>
    <tbody>
      {parts.flatMap((part) => [
        <Line key={part.key} part={part} />,
        ...part.parts.map((inner) => <Line key={inner.key} part={inner} isInner />),
      ])}
    </tbody>
  </table>
)

const isSomething = ({ known, unknown }: ReturnType<typeof sumCosts>) => known > 0n || unknown.length > 0

interface OfItProps {
  instances: readonly Instance[]
  idle: readonly Instance[]
}

/** The parts of the present cost that ask whether they are needed. */
const OfIt = ({ instances, idle }: OfItProps) => {
  const { stoppedStorage, counts } = summarizeFleet(instances)
  const idling = sumCosts(idle.map((instance) => hourlyCost(instance).now))
  if (!isSomething(stoppedStorage) && !isSomething(idling)) return null
  return (
    <ul className="mt-3 grid gap-1 border-t border-line pt-3 text-secondary">
      {isSomething(stoppedStorage) && (
        <li>
          Of it <strong className="font-semibold">{hourlyText(stoppedStorage)} / h</strong> is disk of{' '}
          <Link
            to={paths.instances('state=stopped&sort=cost&order=desc')}
            className="text-accent underline underline-offset-2"
          >
            {pluralize(counts.stopped, 'stopped instance')}
          </Link>
          .
        </li>
      )}
      {isSomething(idling) && (
        <li>
          Of it <strong className="font-semibold">{hourlyText(idling)} / h</strong> runs but idles:{' '}
          {pluralize(idle.length, 'instance')}, see Findings below.
        </li>
      )}
    </ul>
  )
}

/** What the figures leave out, what they assume, and what they cannot know. */
const NowNotes = ({ total }: { total: Total }) => (
  <div className="mt-3 grid gap-1 text-secondary text-ink-muted">
    {total.unknown.length > 0 && (
      <p className="text-lamp-ink">What has no known rate comes on top of every figure on this page.</p>
    )}
    {total.assumed && (
      <p className="text-lamp-ink">
        Some instances are in a state whose billing is not documented; they are counted as running.
      </p>
    )}
    <p>Rates may be list prices before prepaid discounts.</p>
  </div>
)

/** What is below zero (a total of the service's own that is less than its rates) has no length. */
const segments = (parts: readonly BurnPart[]) =>
  parts
    .flatMap((part) => (part.parts.length > 0 ? part.parts : [part]))
    .map(({ key, now }) => ({ key, fill: partFill(key), size: Math.max(0, Number(now.known)) }))
    .filter(({ size }) => size > 0)

interface NowPanelProps {
  instances: readonly Instance[]
  /** Those of them that run and idle, as far as this browser knows. */
  idle: readonly Instance[]
}

/** What everything costs now, what that is made of, and how much of it might be for nothing. */
export const NowPanel = ({ instances, idle }: NowPanelProps) => {
  const { total, parts } = splitBurn(instances, 'component')
  const unknown = unknownText(total)
  return (
    <Panel title="Now" aside="at the rates the service reports">
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span>
          <span className="text-figure font-semibold">{hourlyText(total)}</span>{' '}
          <span className="text-ink-muted">/ hour{unknown === null ? '' : `, ${unknown}`}</span>
        </span>
        <span className="text-secondary text-ink-muted">
          {dailyText(total)} / day · {monthlyText(total)} / month of {HOURS_PER_MONTH} h
        </span>
      </p>
      {parts.length > 0 && (
        <div className="mt-4 grid gap-3">
          <StackedBar segments={segments(parts)} />
          <ComponentTable parts={parts} />
        </div>
      )}
      <OfIt instances={instances} idle={idle} />
      <NowNotes total={total} />
    </Panel>
  )
}

import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatCount, formatGib } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { parseTimestamp } from '#lib/time.ts'
import { gpuText } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import {
  billing,
  type Breakdown,
  type CostLine,
  type CostPart,
  hourlyCost,
  isFree,
} from '#model/pricing/cost.ts'
import {
  exactText,
  hiddenDigits,
  hourlyText,
  monthlyText,
  rateText,
  unknownText,
} from '#model/pricing/price-text.ts'
import { CostBar, PartSwatch } from '#page/cost-bar.tsx'
import { Button } from '#ui/button.tsx'
import type { Failure } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Panel } from '#ui/panel.tsx'

import { ToDateLine } from './to-date-line.tsx'
import { plainFlavor, sentieonNote } from './sentieon.ts'
import { StopLater } from './stop-later.tsx'

const NotLoaded = ({ retry }: Failure) => (
  <ToDateLine since="not loaded">
    <Button size="sm" onClick={retry}>
      Try again
    </Button>
  </ToDateLine>
)
const Empty = () => <ToDateLine />
const ObservedCost = lazyPart(() => import('./observed-cost.tsx'), { failed: NotLoaded, fallback: Empty })

const label = (line: CostLine, instance: Instance): string => {
  const { part, quantity } = line
  const words: Record<CostPart, () => string> = {
    vcpu: () => (quantity === null ? 'vCPU' : `${formatCount(quantity)} vCPU`),
    ram: () => (quantity === null ? 'RAM' : `${formatGib(quantity)} RAM`),
    storage: () => (quantity === null ? 'Disk' : `${formatGib(quantity)} disk`),
    // "2 RTX 5090 × $0.5500": one cross a line.
    gpu: () => gpuText(instance)?.replace('×', '') ?? 'GPU',
    sentieon: () => 'Sentieon',
    other: () => 'Other, such as Sentieon',
  }
  return words[part]()
}

/** In three decimals where they are all there is, else in full: this is the place for the exact price. */
const amountText = (line: CostLine): string => {
  if (line.amount === null) return 'not known'
  const amount = { known: line.amount, unknown: [] }
  return hiddenDigits(amount) ?? hourlyText(amount)
}

/** The price of now, in full where three decimals hide a part of it. */
const figureText = (price: Breakdown): string =>
  hiddenDigits(price) === null ? hourlyText(price) : exactText(price)

/** The lines of a price per hour, which add up to it. */
const CostLines = ({ breakdown, instance }: { breakdown: Breakdown; instance: Instance }) => (
  <>
    {breakdown.lines.map((line) => (
      <div key={line.part} className="flex items-center gap-1.5 py-[3px]">
        <dt className="flex min-w-0 flex-1 items-center gap-1.5">
          <PartSwatch part={line.part} />
          <span>
            {label(line, instance)}
            {line.quantity !== null && line.rate !== null && (
              <span className="text-ink-muted"> × {rateText(line.rate)}</span>
            )}
          </span>
        </dt>
        <dd translate="no">{amountText(line)}</dd>
      </div>
    ))}
  </>
)

/** The same machine without Sentieon, as a filled-in create form. */
const plainForm = ({ cpu_tier: tier, n_vcpus, mem_gib, disk_size_gib }: Instance): string => {
  const fields = { cpu_tier: tier, n_vcpus, mem_gib, disk_size_gib }
  const given = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [[key, `${value}`]]))
  return new URLSearchParams([['resource_type', 'container'], ['flavor', plainFlavor], ...given]).toString()
}

/** Tells of Sentieon's surcharge, and leads to the environment that goes without it. */
const SentieonLine = ({ instance }: { instance: Instance }) => {
  const note = sentieonNote(instance)
  if (note === null) return null
  return (
    <p className="mt-2 text-small text-ink-muted">
      {note}{' '}
      <Link to={paths.create(plainForm(instance))} className="text-accent underline">
        Create one without
      </Link>
    </p>
  )
}

const BarLine = ({
  name,
  price,
  scale,
  isNow,
}: {
  name: string
  price: Breakdown
  scale: bigint
  isNow: boolean
}) => (
  <div className={`contents ${isNow ? '' : 'text-ink-muted'}`}>
    <dt>{name}</dt>
    <dd aria-hidden className="m-0">
      {scale > ZERO && <CostBar price={price} scale={scale} />}
    </dd>
    <dd translate="no" className="m-0 text-right whitespace-nowrap" title={hiddenDigits(price) ?? undefined}>
      {hourlyText(price)}
    </dd>
  </div>
)

/** What it costs running and stopped, on one scale; the present one first. */
const StateBars = ({ instance }: { instance: Instance }) => {
  const { running, stopped } = hourlyCost(instance)
  const isStopped = stateInfo(instance.state).kind === 'stopped'
  const scale = running.known > stopped.known ? running.known : stopped.known
  const lines = [
    { name: isStopped ? 'Restarted' : 'Running', price: running, isNow: !isStopped },
    { name: 'Stopped', price: stopped, isNow: isStopped },
  ]
  return (
    <dl className="mt-3 grid grid-cols-[3.875rem_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1.5 text-secondary">
      {(isStopped ? lines.toReversed() : lines).map((line) => (
        <BarLine key={line.name} {...line} scale={scale} />
      ))}
    </dl>
  )
}

/** What the instance costs now and in the other state, what makes up the price, and what it came to. */
export const CostPanel = ({ instance }: { instance: Instance }) => {
  const { now, running } = hourlyCost(instance)
  const isNotBilled = isFree(now)
  // A price for a state in which nothing is billed is the service's own, and no other state is left for it.
  const isOdd = !isNotBilled && billing(instance.state).storage === 'no'
  const isStopped = stateInfo(instance.state).kind === 'stopped'
  const shown = isOdd ? now : running
  // Of Sentieon alone its own line tells, and its own note.
  const isSentieonOnly = shown.unknown.every((part) => part === 'sentieon')
  const unknown = isSentieonOnly ? null : unknownText(shown)
  const createdAt = parseTimestamp(instance.created_at)
  const remarks = [
    unknown === null ? null : `${unknown}: it comes on top`,
    isOdd ? 'not billed in this state by the API; this is what the service reports' : null,
    now.assumed ? 'billing in this state is not documented; counted as running' : null,
  ].filter((remark) => remark !== null)
  return (
    <Panel title="Cost" actions={<span className="text-small text-ink-muted">rates from the service</span>}>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span translate="no" className="text-figure font-semibold">
          {figureText(now)}
        </span>
        <span className="text-ink-muted">
          / h{isNotBilled ? ', not billed' : isStopped && ' for its disk'}
        </span>
        {!isNotBilled && (
          <span translate="no" className="ml-auto text-ink-muted">
            {monthlyText(now)} / month
          </span>
        )}
      </p>
      {!isOdd && <StateBars instance={instance} />}
      {billing(instance.state).storage !== 'no' && <StopLater instance={instance} />}
      <dl className="mt-3 border-t border-line pt-2 text-secondary">
        <CostLines breakdown={shown} instance={instance} />
      </dl>
      {remarks.map((remark) => (
        <p key={remark} className="mt-1 text-small text-lamp-ink first-letter:uppercase">
          {remark}.
        </p>
      ))}
      <SentieonLine instance={instance} />
      {createdAt !== null && running.known !== ZERO && (
        <ObservedCost uuid={instance.uuid} createdAt={createdAt} />
      )}
    </Panel>
  )
}

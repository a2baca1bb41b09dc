import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatCount, formatDuration, formatGib } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { MINUTE, parseTimestamp } from '#lib/time.ts'
import { gpuText } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import {
  type Breakdown,
  costIfAlwaysRan,
  type CostLine,
  type CostPart,
  hourlyCost,
  isFree,
} from '#model/pricing/cost.ts'
import { billing } from '#model/pricing/billing.ts'
import { projectedText } from '#model/pricing/amount-text.ts'
import {
  dailyText,
  exactText,
  hourlyText,
  monthlyText,
  rateText,
  unknownText,
} from '#model/pricing/price-text.ts'
import { useNow } from '#page/use-now.ts'
import { Button } from '#ui/button.tsx'
import type { Failure } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Note } from '#ui/note.tsx'
import { Panel } from '#ui/panel.tsx'

import { ObservedLine, toDateLine } from './observed-line.tsx'
import { plainFlavor, sentieonNote } from './sentieon.ts'

const NotLoaded = ({ retry }: Failure) => (
  <ObservedLine>
    not loaded{' '}
    <Button size="sm" onClick={retry}>
      Try again
    </Button>
  </ObservedLine>
)
const Empty = () => <ObservedLine />
const ObservedCost = lazyPart(() => import('./observed-cost.tsx'), { failed: NotLoaded, fallback: Empty })

/**
 * What the instance came to since its creation, told in two ways, since the service tells no billing history: as if it always ran,
 * and as far as this browser saw it. The second is read later; its line is there before.
 */
const CostToDate = ({ instance }: { instance: Instance }) => {
  const now = useNow(MINUTE)
  const createdAt = parseTimestamp(instance.created_at)
  const cost = hourlyCost(instance)
  if (createdAt === null || cost.running.known === ZERO) return null
  return (
    <Note className="mt-3">
      <p>
        <strong>Since it was created</strong>, {formatDuration(now - createdAt)} ago
      </p>
      <dl className="mt-1">
        <div className={toDateLine}>
          <dt>if it always ran at this size</dt>
          <dd className="text-right whitespace-nowrap text-ink">
            {projectedText(costIfAlwaysRan(cost, createdAt, now))}
          </dd>
        </div>
        <ObservedCost uuid={instance.uuid} createdAt={createdAt} />
      </dl>
      <p className="mt-1">
        Both are estimates, since the service tells no billing history; the second is what this browser saw of
        it. A month is 730 hours.
      </p>
    </Note>
  )
}

const label = (line: CostLine, instance: Instance): string => {
  const { part, quantity } = line
  const words: Record<CostPart, () => string> = {
    vcpu: () => (quantity === null ? 'vCPU' : `${formatCount(quantity)} vCPU`),
    ram: () => (quantity === null ? 'Memory' : `${formatGib(quantity)} memory`),
    storage: () => (quantity === null ? 'Disk' : `${formatGib(quantity)} disk`),
    gpu: () => gpuText(instance) ?? 'GPU',
    sentieon: () => 'Sentieon',
    other: () => 'Other (such as Sentieon)',
  }
  return words[part]()
}

/** The lines of a price per hour. Amounts are written in full, so that they add up to the total to the last digit. */
const CostLines = ({ breakdown, instance }: { breakdown: Breakdown; instance: Instance }) => (
  <>
    {breakdown.lines.map((line) => (
      <div key={line.part} className="flex justify-between gap-3 py-[5px]">
        <dt>
          {label(line, instance)}
          {line.quantity !== null && (
            <span className="text-ink-muted">
              {line.rate === null ? ' × unknown rate' : ` × ${rateText(line.rate)}`}
            </span>
          )}
        </dt>
        <dd>{rateText(line.amount)}</dd>
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

/** Tells of Sentieon's surcharge, and of the environment that goes without it. */
const SentieonLine = ({ instance }: { instance: Instance }) => {
  const note = sentieonNote(instance)
  if (note === null) return null
  return (
    <Note className="mt-3">
      {note.split('`').map((text, index) => (index % 2 === 0 ? text : <code key={text}>{text}</code>))}{' '}
      <Link to={paths.create(plainForm(instance))} className="text-accent underline">
        Create one without
      </Link>
    </Note>
  )
}

const exact = (price: Breakdown): string => {
  const text = exactText(price)
  return text === 'unknown' ? text : `${text} / h`
}

const projected = (now: Breakdown): string => {
  const day = now.unknown.length === 0 ? `${dailyText(now)} / day, ` : ''
  return `${day}${monthlyText(now)} / month`
}

/** What it would cost in the other state: running, or stopped. */
const OtherStates = ({ instance }: { instance: Instance }) => {
  const { running, stopped } = hourlyCost(instance)
  const isStopped = stateInfo(instance.state).kind === 'stopped'
  return (
    <>
      <div className="mt-1.5 flex justify-between gap-3 border-t border-line pt-2.5 pb-[5px] text-body font-semibold">
        <dt>{isStopped ? 'While running, after a restart' : 'While running'}</dt>
        <dd className="whitespace-nowrap">{exact(running)}</dd>
      </div>
      <div className="flex justify-between gap-3 py-[5px] text-ink-muted">
        <dt>While stopped, {stopped.lines.length > 1 ? 'disk and other' : 'disk only'}</dt>
        <dd className="whitespace-nowrap">{exact(stopped)}</dd>
      </div>
    </>
  )
}

/** What the instance costs now, what makes up the price, and what it would cost in the other state. */
export const CostPanel = ({ instance }: { instance: Instance }) => {
  const { now, running } = hourlyCost(instance)
  const isNotBilled = isFree(now)
  // A price for a state in which nothing is billed is the service's own, and no other state is left for it.
  const isOdd = !isNotBilled && billing(instance.state).storage === 'no'
  const shown = isOdd ? now : running
  const unknown = unknownText(shown)
  return (
    <Panel title="Cost" aside="rates from the service">
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="text-figure font-semibold">{hourlyText(now)}</span>
        <span className="text-secondary text-ink-muted">
          / hour{isNotBilled ? ', not billed in this state' : ` ${projected(now)}`}
        </span>
      </p>
      <dl className="mt-2.5 text-secondary">
        <CostLines breakdown={shown} instance={instance} />
        {!isOdd && <OtherStates instance={instance} />}
      </dl>
      {unknown !== null && <p className="mt-1 text-secondary text-lamp-ink">{unknown}: it comes on top.</p>}
      {isOdd && (
        <p className="mt-1 text-secondary text-lamp-ink">
          By the API nothing is billed in this state; this is the price that the service reports.
        </p>
      )}
      {now.assumed && (
        <p className="mt-1 text-secondary text-lamp-ink">
          What is billed in this state is not documented; it is counted as running.
        </p>
      )}
      <SentieonLine instance={instance} />
      <CostToDate instance={instance} />
    </Panel>
  )
}

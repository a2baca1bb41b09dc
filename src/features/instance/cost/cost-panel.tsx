import type { Instance } from '#contract/instance.ts'
import { formatMonthly, formatRate } from '#lib/format.ts'
import { perDay, ZERO } from '#lib/money.ts'
import { type Breakdown, hourlyCost } from '#model/pricing/cost.ts'
import { hourlyText, monthlyText, unknownText } from '#model/pricing/price-text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { Panel } from '#ui/panel.tsx'

import { CostLines } from './cost-lines.tsx'
import { CostToDate } from './cost-to-date.tsx'
import { SentieonLine } from './sentieon-line.tsx'

const exact = ({ known, unknown }: Breakdown): string => {
  if (unknown.length === 0) return `${formatRate(known)} / h`
  return known === ZERO ? 'unknown' : `from ${formatRate(known)} / h`
}

const projected = (now: Breakdown): string => {
  const day = now.unknown.length === 0 ? `${formatMonthly(perDay(now.known))} / day, ` : ''
  return `${day}${monthlyText(now)} / month`
}

/** What the instance costs now, what makes up the price, and what it would cost in the other state. */
export const CostPanel = ({ instance }: { instance: Instance }) => {
  const { now, running, stopped } = hourlyCost(instance)
  const unknown = unknownText(running)
  const isFree = now.known === ZERO && now.unknown.length === 0
  const isStopped = stateInfo(instance.state).kind === 'stopped'
  return (
    <Panel title="Cost" aside="rates from the service">
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="text-figure font-semibold">{hourlyText(now)}</span>
        <span className="text-secondary text-ink-muted">
          / hour{isFree ? ', not billed in this state' : ` ${projected(now)}`}
        </span>
      </p>
      <dl className="mt-2.5 text-secondary">
        <CostLines breakdown={running} instance={instance} />
        <div className="mt-1.5 flex justify-between gap-3 border-t border-line pt-2.5 pb-[5px] text-body font-semibold">
          <dt>{isStopped ? 'While running, after a restart' : 'While running'}</dt>
          <dd className="whitespace-nowrap">{exact(running)}</dd>
        </div>
        <div className="flex justify-between gap-3 py-[5px] text-ink-muted">
          <dt>While stopped, {stopped.lines.length > 1 ? 'disk and other' : 'disk only'}</dt>
          <dd className="whitespace-nowrap">{exact(stopped)}</dd>
        </div>
      </dl>
      {unknown !== null && <p className="mt-1 text-secondary text-lamp-ink">{unknown}: it comes on top.</p>}
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

import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { ZERO } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import { hourlyCost, isFree, sumCosts } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { cx } from '#ui/cx.ts'
import { Panel } from '#ui/panel.tsx'

import type { WhatIfChoice } from '../use-what-if.ts'
import { Treemap } from './treemap.tsx'

const Entry = ({ swatch, children }: { swatch: string; children: ReactNode }) => (
  <li className="flex items-center gap-1.5 whitespace-nowrap">
    <svg aria-hidden width="8" height="8" className={cx('shrink-0', swatch)}>
      <rect width="8" height="8" rx="2" fill="currentColor" />
    </svg>
    {children}
  </li>
)

interface LegendProps {
  instances: readonly Instance[]
  idle: ReadonlyMap<string, string>
}

/** What the colours mean, and how much of it asks whether it is needed: what idles, and the disks of what is stopped. */
const Legend = ({ instances, idle }: LegendProps) => {
  const stopped = instances.filter(({ state }) => stateInfo(state).kind === 'stopped')
  const price = (some: readonly Instance[]) => sumCosts(some.map((instance) => hourlyCost(instance).now))
  const idling = price(instances.filter(({ uuid }) => idle.has(uuid)))
  const disks = price(stopped)
  return (
    <ul className="flex flex-wrap justify-end gap-x-3.5 text-small text-ink-muted">
      <Entry swatch="text-[color-mix(in_oklab,var(--plot)_38%,var(--surface))]">running</Entry>
      {!isFree(idling) && (
        <Entry swatch="text-[color-mix(in_oklab,var(--lamp-bar)_60%,var(--surface))]">
          <span className="text-lamp-ink">idle {hourlyText(idling)}</span>
        </Entry>
      )}
      <Entry swatch="text-part-disk">
        disk, stays
        {!isFree(disks) && (
          <Link
            to={paths.instances('state=stopped&sort=cost&order=desc')}
            aria-label={`${hourlyText(disks)} is disk of ${pluralize(stopped.length, 'stopped instance')}`}
            className="rounded-sm underline-offset-2 hover:underline"
          >
            {hourlyText(disks)}
          </Link>
        )}
      </Entry>
    </ul>
  )
}

interface NowPanelProps {
  instances: readonly Instance[]
  /** "idle 3 h" by uuid, for those that idle as far as this browser knows. */
  idle: ReadonlyMap<string, string>
  whatIf: WhatIfChoice
}

/** The picture of what everything costs now, which is itself the what-if. */
export const NowPanel = ({ instances, idle, whatIf }: NowPanelProps) => (
  <div className="@container min-w-0">
    <Panel
      title="Now"
      aside={<span className="print:hidden">tick to see what stopping saves</span>}
      actions={<Legend instances={instances} idle={idle} />}
      flush
      className="[&>header>span]:@max-[35rem]:hidden"
    >
      {instances.some((instance) => hourlyCost(instance).now.known > ZERO) ? (
        <Treemap instances={instances} idle={idle} whatIf={whatIf} />
      ) : (
        <p className="p-4 text-secondary text-ink-muted">Nothing costs a known amount now.</p>
      )}
    </Panel>
  </div>
)

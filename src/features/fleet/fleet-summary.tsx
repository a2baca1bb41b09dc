import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatCount, formatHourly } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { summarizeFleet } from '#model/fleet/fleet.ts'
import { paths } from '#model/paths.ts'
import { hourlyText, monthlyText, unknownText } from '#model/pricing/price-text.ts'

/** One line: what all of it costs now, how many run, and what stopped instances go on costing. Leads to Costs. */
export const FleetSummary = ({ instances }: { instances: readonly Instance[] }) => {
  const { counts, now, stoppedStorage } = summarizeFleet(instances)
  const said = [
    [counts.running, 'running'],
    [counts.stopped, 'stopped'],
    [counts.transition, 'starting'],
    [counts.error, 'failed'],
    [counts.unknown, 'in another state'],
  ] as const
  const words = said
    .filter(([count], index) => count > 0 || index < 2)
    .map(([count, word]) => `${formatCount(count)} ${word}`)
  return (
    <Link
      to={paths.costs()}
      className="my-3.5 flex flex-wrap items-baseline gap-x-7 gap-y-1 rounded-control text-ink-muted hover:text-ink"
    >
      <span>
        <span className="text-figure font-semibold text-ink">{hourlyText(now)}</span>
        <span className="ml-1 text-secondary">/ hour now</span>
      </span>
      <span>{monthlyText(now)} / month at this rate</span>
      <span>{words.join(' · ')}</span>
      {stoppedStorage.known > ZERO && (
        <span>{formatHourly(stoppedStorage.known)} / h is disk of stopped instances</span>
      )}
      {now.unknown.length > 0 && <span>{unknownText(now)}</span>}
      {now.assumed && <span>some are in a state with undocumented billing, counted as running</span>}
    </Link>
  )
}

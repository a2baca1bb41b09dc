import type { ComponentType } from 'react'

import type { Instance } from '#contract/instance.ts'
import { alignPoint, formatAge, formatDateTime } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { isoText, MINUTE, parseTimestamp } from '#lib/time.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import type { ColumnKey } from '#model/fleet/fleet-columns.ts'
import { addressOf } from '#model/fleet/fleet-view.ts'
import { sizeText, tierLabel } from '#model/instance/labels.ts'
import { hourlyText, unknownText } from '#model/pricing/price-text.ts'
import { cx } from '#ui/cx.ts'
import { CellNote } from '#ui/table.tsx'

import { InstanceState } from '#features/actions/instance-state.tsx'
import { useNow } from '#page/use-now.ts'
import { CpuCell } from './cpu-cell.tsx'
import { secondLine } from './second-line.ts'

interface CellProps {
  instance: Instance
  isCompact: boolean
}

const notSaid = <span className="text-ink-muted">—</span>

const Age = ({ instance }: CellProps) => {
  const now = useNow(MINUTE / 4)
  const created = parseTimestamp(instance.created_at)
  if (created === null) return notSaid
  return (
    <time dateTime={isoText(created)} title={formatDateTime(created)} className="text-ink-muted">
      {formatAge(now - created)}
    </time>
  )
}

const Created = ({ instance }: CellProps) => {
  const created = parseTimestamp(instance.created_at)
  if (created === null) return notSaid
  return (
    <time dateTime={isoText(created)} className="text-secondary text-ink-muted">
      {formatDateTime(created)}
    </time>
  )
}

const Cost = ({ instance, isCompact }: CellProps) => {
  const { now } = hourlyCost(instance)
  const isNothing = now.known === ZERO && now.unknown.length === 0
  return (
    <span className={cx(isNothing && 'text-ink-muted')} title={unknownText(now) ?? undefined}>
      {alignPoint(hourlyText(now))}
      {now.assumed &&
        (isCompact ? (
          <span title="if running" className="absolute">
            *<span className="sr-only"> if running</span>
          </span>
        ) : (
          <span className="block text-small text-ink-muted">if running</span>
        ))}
    </span>
  )
}

const Size = ({ instance, isCompact }: CellProps) => {
  const size = sizeText(instance)
  const more = secondLine(instance)
  return (
    <>
      <span className="block truncate" title={isCompact ? `${size}, ${more}` : undefined}>
        {size}
      </span>
      {!isCompact && <CellNote>{more}</CellNote>}
    </>
  )
}

const Tier = ({ instance }: CellProps) => <>{tierLabel(instance.cpu_tier) ?? notSaid}</>

const Owner = ({ instance: { owner_email: owner } }: CellProps) =>
  owner === null ? notSaid : <span title={owner}>{owner}</span>

const Address = ({ instance }: CellProps) => {
  const address = addressOf(instance)
  return address === null ? notSaid : <span className="font-mono text-secondary">{address}</span>
}

/** What stands in a column that one can choose. */
export const cells: Record<ColumnKey, ComponentType<CellProps>> = {
  state: InstanceState,
  size: Size,
  cpu: CpuCell,
  cost: Cost,
  age: Age,
  owner: Owner,
  tier: Tier,
  ip: Address,
  created: Created,
}

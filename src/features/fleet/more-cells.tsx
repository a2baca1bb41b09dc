import type { ComponentType } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatDateTime } from '#lib/format.ts'
import { isoText, parseTimestamp } from '#lib/time.ts'
import { addressOf } from '#model/fleet/fleet-view.ts'
import { tierLabel } from '#model/instance/labels.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { monthlyFigure } from '#model/pricing/price-text.ts'
import { CopyButton } from '#ui/copy-button.tsx'

import { InUseCell } from './usage-cell.tsx'

interface CellProps {
  instance: Instance
}

const notSaid = <span className="text-ink-muted">—</span>

const Created = ({ instance }: CellProps) => {
  const created = parseTimestamp(instance.created_at)
  if (created === null) return notSaid
  return (
    <time dateTime={isoText(created)} className="text-secondary text-ink-muted">
      {formatDateTime(created)}
    </time>
  )
}

/** Its head has the sign for all of them. */
const Month = ({ instance }: CellProps) => (
  <span className="text-ink-muted">{monthlyFigure(hourlyCost(instance).now).replace('≈\u00a0', '')}</span>
)

const Tier = ({ instance }: CellProps) => <>{tierLabel(instance.cpu_tier) ?? notSaid}</>

const Owner = ({ instance: { owner_email: owner } }: CellProps) =>
  owner === null ? (
    notSaid
  ) : (
    <span title={owner} className="text-secondary text-ink-muted">
      {owner}
    </span>
  )

const Address = ({ instance }: CellProps) => {
  const address = addressOf(instance)
  return address === null ? (
    notSaid
  ) : (
    <span className="flex items-center gap-0.5 text-ink-muted">
      <span className="truncate font-mono text-small">{address}</span>
      <CopyButton text={address} what={`address of ${instance.name}`} />
    </span>
  )
}

const MemoryInUse = (props: CellProps) => <InUseCell {...props} what="memory" />
const DiskInUse = (props: CellProps) => <InUseCell {...props} what="disk" />

type Column = 'month' | 'memory-use' | 'disk-use' | 'owner' | 'tier' | 'ip' | 'created'

const cells: Record<Column, ComponentType<CellProps>> = {
  month: Month,
  'memory-use': MemoryInUse,
  'disk-use': DiskInUse,
  owner: Owner,
  tier: Tier,
  ip: Address,
  created: Created,
}

/** What stands in a column that few tables have the room for. */
const MoreCell = ({ instance, column }: CellProps & { column: Column }) => {
  const Content = cells[column]
  return <Content instance={instance} />
}
export default MoreCell

import Zap from 'lucide-react/icons/zap'

import type { Instance } from '#contract/instance.ts'
import { formatAge, formatDateTime, formatNumber } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { isoText, MINUTE, parseTimestamp } from '#lib/time.ts'
import { gpuShortText, isHighTier } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { hiddenDigits, hourlyFigure, unknownText } from '#model/pricing/price-text.ts'
import { useNow } from '#page/use-now.ts'
import { cx } from '#ui/cx.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

import { InstanceState } from '../actions/instance-state.tsx'
import type { Column } from './columns.ts'

interface CellProps {
  instance: Instance
  idleSince: number | null
}

export const UsageCell = lazyPart(() => import('./usage-cell.tsx'), { failed: 'silent', afterRows: true })
const MoreCell = lazyPart(() => import('./more-cells.tsx'), { failed: 'silent', afterRows: true })

type CellColumn = Exclude<Column['key'], 'select' | 'name' | 'actions'>

const notSaid = <span className="text-ink-muted">—</span>
const sizeFields = { vcpu: 'n_vcpus', ram: 'mem_gib', disk: 'disk_size_gib' } as const

/** A part of the size; quieter while it is not in use. */
const SizePart = ({ instance, part }: { instance: Instance; part: keyof typeof sizeFields }) => {
  const value = instance[sizeFields[part]]
  return (
    <span translate="no" className={cx(stateInfo(instance.state).kind !== 'running' && 'text-ink-muted')}>
      {value === null ? notSaid : formatNumber(value)}
    </span>
  )
}

const Age = ({ instance }: CellProps) => {
  const now = useNow(MINUTE / 4)
  const created = parseTimestamp(instance.created_at)
  if (created === null) return notSaid
  return (
    <time
      translate="no"
      dateTime={isoText(created)}
      title={formatDateTime(created)}
      className="text-ink-muted"
    >
      {formatAge(now - created)}
    </time>
  )
}

/** The price, with a bar of its share of the dearest row: `--dearest` of the table. */
const Cost = ({ instance, idleSince }: CellProps) => {
  const { now } = hourlyCost(instance)
  const { prefix, figure } = hourlyFigure(now)
  const isStopped = stateInfo(instance.state).kind === 'stopped'
  const about = [unknownText(now), hiddenDigits(now)].filter((text) => text !== null).join(', ')
  return (
    <span className="flex items-center justify-end gap-2" title={about === '' ? undefined : about}>
      <span aria-hidden className="h-[5px] min-w-0 flex-1 @max-[53rem]:hidden">
        {now.known > ZERO && (
          <span
            className={cx(
              'block h-full min-w-px rounded-[1.5px] forced-colors:bg-[CanvasText]',
              isStopped ? 'bg-part-disk' : idleSince === null ? 'bg-plot' : 'bg-lamp-bar',
            )}
            style={{ width: `calc(100% * ${Number(now.known)} / var(--dearest))` }}
          />
        )}
      </span>
      <span className={cx('min-w-20 shrink-0', (isStopped || now.known === ZERO) && 'text-ink-muted')}>
        {prefix !== '' && <span className="mr-1 text-micro text-ink-muted">{prefix}</span>}
        <span translate="no">{figure}</span>
        {now.assumed && (
          <span title="if running" className="absolute">
            *<span className="sr-only"> if running</span>
          </span>
        )}
      </span>
    </span>
  )
}

const HighTier = () => (
  <span
    title="High performance"
    className="inline-flex h-5 items-center gap-0.5 rounded-sm bg-accent-soft px-1 text-micro font-medium text-accent @min-[81rem]:text-small forced-colors:border"
  >
    <Zap aria-hidden size={12} strokeWidth={1.75} />
    High
  </span>
)

const Hardware = ({ instance }: CellProps) => {
  const gpu = gpuShortText(instance)
  return (
    <span className="flex items-center gap-1">
      {gpu !== null && (
        <span className="inline-flex h-5 min-w-0 items-center rounded-sm border border-part-gpu-line bg-[color-mix(in_oklab,var(--part-gpu)_9%,var(--surface))] px-1 text-micro font-medium text-part-gpu @min-[81rem]:text-small">
          <span className="truncate">{gpu}</span>
        </span>
      )}
      {isHighTier(instance.cpu_tier) && <HighTier />}
    </span>
  )
}

/** What stands in a column. */
export const ColumnCell = ({ column, ...props }: CellProps & { column: CellColumn }) => {
  switch (column) {
    case 'state':
      return <InstanceState instance={props.instance} />
    case 'cpu':
      return <UsageCell {...props} />
    case 'cost':
      return <Cost {...props} />
    case 'age':
      return <Age {...props} />
    case 'hardware':
      return <Hardware {...props} />
    case 'vcpu':
    case 'ram':
    case 'disk':
      return <SizePart instance={props.instance} part={column} />
    default:
      return <MoreCell instance={props.instance} column={column} />
  }
}

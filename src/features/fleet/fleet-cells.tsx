import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useRef } from 'react'

import { useApi } from '#api/api-context.ts'
import { useStats } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { alignPoint, formatAge, formatCount, formatDateTime, formatPercent } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { HOUR, isoText, MINUTE, parseTimestamp, SECOND } from '#lib/time.ts'
import type { ColumnKey } from '#model/fleet/fleet-columns.ts'
import { addressOf } from '#model/fleet/fleet-view.ts'
import { checkAction } from '#model/instance/actions.ts'
import { gpuText, sizeText, tierLabel } from '#model/instance/labels.ts'
import { billing } from '#model/pricing/billing.ts'
import { hourlyCost, isFree } from '#model/pricing/cost.ts'
import { hourlyText, unknownText } from '#model/pricing/price-text.ts'
import { cpuSlots } from '#model/usage/usage.ts'
import { useInView } from '#page/use-in-view.ts'
import { useNow } from '#page/use-now.ts'
import { usageQuery } from '#storage/usage-query.ts'
import { cx } from '#ui/cx.ts'
import { Sparkline } from '#ui/sparkline.tsx'
import { CellNote } from '#ui/table.tsx'

import { InstanceState } from '../actions/instance-state.tsx'

const interval = 10 * SECOND

const LiveCpu = ({ uuid }: { uuid: string }) => {
  const ref = useRef<HTMLSpanElement>(null)
  const api = useApi()
  const isInView = useInView(ref)
  const { data, isError } = useStats(uuid, isInView, interval)
  const { data: history } = useQuery({ ...usageQuery(api, uuid, HOUR), enabled: isInView })

  const cpu = data?.cpu_percent ?? null
  return (
    <span ref={ref} className="flex items-center gap-2">
      <Sparkline
        values={history === undefined ? [] : cpuSlots(history, { now: api.now(), span: HOUR, slot: MINUTE })}
        max={100}
        width={64}
      />
      <span className={cx('w-10 text-right', cpu === null && 'text-ink-muted')}>
        {cpu === null || isError ? '—' : formatPercent(cpu)}
      </span>
    </span>
  )
}

/** CPU use now and over the last hour, for containers that run; asked for only while the row is on the screen. */
const CpuCell = ({ instance }: { instance: Instance }) =>
  checkAction('stats', instance).allowed ? (
    <LiveCpu uuid={instance.uuid} />
  ) : (
    <span className="block w-28 text-right text-ink-muted">—</span>
  )

/** What is worth a second line under an instance's size: what is (not) billed, its GPU, its open ports, or its CPU tier. */
const secondLine = (instance: Instance): string => {
  const { compute, storage } = billing(instance.state)
  if (storage === 'no') return isFree(hourlyCost(instance).now) ? 'not billed' : 'billed all the same'
  if (compute === 'no') return 'storage only'
  const gpu = gpuText(instance)
  if (gpu !== null) return gpu
  const ports = instance.wan_ports
  if (ports.length > 4) return `${formatCount(ports.length)} open ports`
  if (ports.length > 0) return `ports ${ports.join(', ')}`
  return tierLabel(instance.cpu_tier)?.toLowerCase() ?? 'CPU tier not known'
}

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

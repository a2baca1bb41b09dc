import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'

import { useApi } from '#api/api-context.ts'
import { useStats } from '#api/use-stats.ts'
import type { Instance } from '#contract/instance.ts'
import { formatPercent } from '#lib/format.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { usageQuery } from '#storage/usage-query.ts'
import { canAct } from '#model/instance/acts.ts'
import { cpuSlots } from '#model/usage/usage.ts'
import { cx } from '#ui/cx.ts'
import { Sparkline } from '#ui/sparkline.tsx'

import { useInView } from '#page/use-in-view.ts'

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
export const CpuCell = ({ instance }: { instance: Instance }) =>
  canAct('stats', instance).allowed ? (
    <LiveCpu uuid={instance.uuid} />
  ) : (
    <span className="block w-28 text-right text-ink-muted">—</span>
  )

import { useRef, useState } from 'react'

import { useStats } from '#api/use-stats.ts'
import type { Instance } from '#contract/instance.ts'
import { formatPercent } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { canAct } from '#model/acts.ts'
import { cx } from '#ui/cx.ts'
import { Sparkline } from '#ui/sparkline.tsx'

import { useInView } from '#page/use-in-view.ts'

const interval = 10 * SECOND
const keptReadings = 40

const LiveCpu = ({ uuid }: { uuid: string }) => {
  const ref = useRef<HTMLSpanElement>(null)
  const { data, dataUpdatedAt, isError } = useStats(uuid, useInView(ref), interval)
  const [readings, setReadings] = useState<{ at: number; values: (number | null)[] }>({ at: 0, values: [] })

  if (data !== undefined && readings.at !== dataUpdatedAt)
    setReadings({ at: dataUpdatedAt, values: [...readings.values, data.cpu_percent].slice(-keptReadings) })

  const cpu = data?.cpu_percent ?? null
  return (
    <span ref={ref} className="flex items-center gap-2">
      <Sparkline values={readings.values.length > 1 ? readings.values : []} max={100} width={64} />
      <span className={cx('w-10 text-right', cpu === null && 'text-ink-muted')}>
        {cpu === null || isError ? '—' : formatPercent(cpu)}
      </span>
    </span>
  )
}

/** CPU use now, for containers that run; asked for only while the row is on the screen. */
export const CpuCell = ({ instance }: { instance: Instance }) =>
  canAct('stats', instance).allowed ? (
    <LiveCpu uuid={instance.uuid} />
  ) : (
    <span className="block w-28 text-right text-ink-muted">—</span>
  )

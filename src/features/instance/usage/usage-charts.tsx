import type { Instance } from '#contract/instance.ts'
import type { UsageHistory } from '#model/usage/usage.ts'

import { metrics } from './metrics.ts'
import { UsageRow } from './usage-row.tsx'
import { usageWindows, type WindowId } from './windows.ts'

interface UsageChartsProps {
  instance: Instance
  history: UsageHistory
  window: WindowId
  /** Where the window ends, in milliseconds since the epoch. */
  to: number
  live: boolean
}

/** CPU, memory and disk on one time axis. */
export const UsageCharts = ({ instance, history, window, to, live }: UsageChartsProps) => {
  const { label, length, step } = usageWindows[window]
  return (
    <>
      {metrics.map((metric, index) => (
        <UsageRow
          key={metric.name}
          metric={metric}
          history={history}
          max={metric.max(history.at(-1) ?? null, instance)}
          from={to - length}
          to={to}
          step={step}
          windowLabel={label}
          syncId={instance.uuid}
          live={live}
          isLast={index === metrics.length - 1}
        />
      ))}
    </>
  )
}

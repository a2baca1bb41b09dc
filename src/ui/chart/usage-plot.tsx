import { Area, AreaChart, Tooltip, type TooltipContentProps, XAxis, YAxis } from 'recharts'

import { formatClock } from '#lib/format.ts'
import type { Point } from '#lib/series.ts'

/** What never changes is made once: recharts reads its children anew whenever their identity changes. */
const margin = { top: 1, right: 0, bottom: 1, left: 0 }
const cursor = { stroke: 'var(--ink-faint)', strokeDasharray: '3 3' }
const activeDot = { r: 3, fill: 'var(--accent)', stroke: 'var(--surface)', strokeWidth: 1.5 }
const fill = { width: '100%', height: '100%' }

/** Each chart draws points of its own choice, so a shared crosshair is shared by time: it stands at the nearest point of each. */
const nearestInTime = (ticks: readonly { value: unknown }[], { activeLabel }: { activeLabel?: unknown }) => {
  const wanted = Number(activeLabel)
  let best = 0
  for (const [index, { value }] of ticks.entries()) {
    if (Math.abs(Number(value) - wanted) < Math.abs(Number(ticks[best]?.value) - wanted)) best = index
  }
  return best
}

export type UsagePlotProps = {
  points: readonly Point[]
  /** The window, in ms since the epoch. The axis shows all of it, whatever the data covers. */
  from: number
  to: number
  max: number
  formatValue: (value: number) => string
  /** Charts with the same id share their crosshair. */
  syncId: string
  live: boolean
}

/** The recharts part of a usage chart: one area, open where there is no data, without any motion. */
export const UsagePlot = ({ points, from, to, max, formatValue, syncId, live }: UsagePlotProps) => {
  const line = live ? 'var(--accent)' : 'var(--rest)'

  const renderTip = ({ active, payload, label }: TooltipContentProps) => {
    const value: unknown = payload[0]?.value
    if (!active || typeof label !== 'number') return null
    return (
      <div className="rounded-control px-2 py-1 text-small whitespace-nowrap overlay">
        <strong className="font-semibold">
          {typeof value === 'number' ? formatValue(value) : 'no data'}
        </strong>
        <span className="ml-1.5 text-ink-muted">{formatClock(label, 'seconds')}</span>
      </div>
    )
  }

  return (
    <AreaChart
      responsive
      accessibilityLayer={false}
      data={points}
      margin={margin}
      style={fill}
      syncId={syncId}
      syncMethod={nearestInTime}
    >
      <XAxis hide dataKey="at" type="number" domain={[from, to]} allowDataOverflow />
      <YAxis hide type="number" domain={[0, max]} allowDataOverflow />
      <Tooltip isAnimationActive={false} filterNull={false} cursor={cursor} offset={12} content={renderTip} />
      <Area
        dataKey="value"
        type="monotone"
        isAnimationActive={false}
        connectNulls={false}
        dot={false}
        activeDot={activeDot}
        stroke={line}
        strokeWidth={1.6}
        fill={line}
        fillOpacity={0.09}
      />
    </AreaChart>
  )
}

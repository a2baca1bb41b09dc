import { Area, AreaChart, XAxis, YAxis } from 'recharts'

import type { Point } from '#lib/series.ts'

/** What never changes is made once: recharts reads its children anew whenever their identity changes. */
const margin = { top: 1, right: 0, bottom: 1, left: 0 }
const fill = { width: '100%', height: '100%' }

export type UsagePlotProps = {
  points: readonly Point[]
  /** The window, in ms since the epoch. The axis shows all of it, whatever the data covers. */
  from: number
  to: number
  max: number
  live: boolean
}

/** The recharts part of a usage chart: one area, open where there is no data, without any motion. */
export const UsagePlot = ({ points, from, to, max, live }: UsagePlotProps) => {
  const line = live ? 'var(--accent)' : 'var(--rest)'
  return (
    <AreaChart responsive accessibilityLayer={false} data={points} margin={margin} style={fill}>
      <XAxis hide dataKey="at" type="number" domain={[from, to]} allowDataOverflow />
      <YAxis hide type="number" domain={[0, max]} allowDataOverflow />
      <Area
        dataKey="value"
        type="monotone"
        isAnimationActive={false}
        connectNulls={false}
        dot={false}
        activeDot={false}
        stroke={line}
        strokeWidth={1.6}
        fill={line}
        fillOpacity={0.09}
      />
    </AreaChart>
  )
}

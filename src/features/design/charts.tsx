import { useEffect, useState } from 'react'

import { Button } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Sparkline } from '#ui/sparkline.tsx'

import { Sample } from './sample.tsx'

const Place = () => <div className="h-24" />
const UsageChart = lazyPart(
  async () => ({ default: (await import('#ui/chart/usage-chart.tsx')).UsageChart }),
  { failed: 'line', fallback: Place },
)

const minute = 60_000
/** A fixed moment, so that screenshots agree. */
const start = Date.UTC(2026, 8, 14, 14, 19)

const metrics = [
  { name: 'CPU', unit: '%', max: 100, at: (n: number) => 34 + 14 * Math.sin(n / 9) + 9 * Math.sin(n / 2.3) },
  { name: 'Memory', unit: 'GiB', max: 64, at: (n: number) => 10 + (n % 400) * 0.02 },
  { name: 'Disk', unit: 'GiB', max: 500, at: () => 38.7 },
] as const

const samples = (at: (n: number) => number, tick: number) =>
  Array.from({ length: 280 }, (_, index) => {
    const isGap = index + tick > 120 && index + tick < 132
    return { at: start + (tick + index - 279) * 3000, value: isGap ? null : at(index + tick) }
  })

const noTimes: readonly number[] = []
const noSpans: readonly never[] = []

const windows = [
  { value: '5', label: '5 min' },
  { value: '15', label: '15 min' },
  { value: '60', label: '1 h' },
  { value: '1440', label: '24 h' },
] as const

const Usage = ({ live }: { live: boolean }) => {
  const [tick, setTick] = useState(0)
  const [isMoving, setIsMoving] = useState(false)
  const [span, setSpan] = useState<'5' | '15' | '60' | '1440'>('15')
  const to = start + tick * 3000

  useEffect(() => {
    if (!isMoving) return undefined
    const timer = setInterval(() => setTick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [isMoving])

  return (
    <Panel
      title={live ? 'Live usage' : 'Last usage'}
      aside={live ? 'every 3 s · updated just now' : 'stopped 3 days ago'}
      flush
      actions={
        <>
          {live && (
            <Button size="sm" variant="ghost" onClick={() => setIsMoving(!isMoving)}>
              {isMoving ? 'Hold' : 'Move'}
            </Button>
          )}
          <Segmented
            label={live ? 'Window' : 'Past window'}
            options={windows}
            value={span}
            onValueChange={setSpan}
          />
        </>
      }
    >
      <div className="divide-y divide-line">
        {metrics.map(({ name, unit, max, at }) => {
          const points = samples(at, tick)
          const value = at(279 + tick).toFixed(1)
          return (
            <div
              key={name}
              className="grid grid-cols-[132px_minmax(0,1fr)] items-center gap-3 px-4 py-3.5 max-sm:grid-cols-1"
            >
              <div>
                <p className="text-secondary text-ink-muted">{name}</p>
                <p className="text-figure font-semibold">
                  {value}
                  <span className="ml-1.5 text-secondary font-normal tracking-normal text-ink-muted">
                    {unit === '%' ? '%' : `/ ${max} GiB`}
                  </span>
                </p>
              </div>
              <UsageChart
                label={`${name}, ${live ? 'live' : 'past'}`}
                points={points}
                from={to - Number(span) * minute}
                to={to}
                max={max}
                unit={unit}
                syncId={live ? 'live' : 'past'}
                live={live}
                height="h-24"
                marks={noTimes}
                bands={noSpans}
                limits={noSpans}
              />
            </div>
          )
        })}
      </div>
    </Panel>
  )
}

export const Charts = () => (
  <>
    <Sample name="Usage chart">
      <div className="grid gap-4">
        <Usage live />
        <Usage live={false} />
      </div>
    </Sample>
    <Sample name="Sparkline">
      <div className="grid w-32 gap-3">
        <Sparkline max={100} values={[12, 40, 38, 60, 44, 52, 41]} />
        <Sparkline max={100} values={[80, 82, null, null, 97, 93]} />
        <Sparkline max={100} tone="lamp" values={[3, 2, 3, 4, 3, 2]} />
        <Sparkline max={100} values={[3]} />
      </div>
    </Sample>
  </>
)

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import CircleCheck from 'lucide-react/icons/circle-check'
import Circle from 'lucide-react/icons/circle'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { formatClock, formatStopwatch } from '#lib/format.ts'
import { overTime } from '#lib/money.ts'
import { parseTimestamp, SECOND } from '#lib/time.ts'
import { startLimit, usualStart, type UsualStart } from '#model/activity/usual-starts.ts'
import { stateInfo } from '#model/instance/states.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import { projectedText } from '#model/pricing/amount-text.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { isUnderWay } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { useNow } from '#page/use-now.ts'
import { statesSeen } from '#storage/instances.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { useStored } from '#storage/stored-value.ts'
import { cx } from '#ui/cx.ts'
import { Ring } from '#ui/loading.tsx'

import { axisEnd, startDots } from './start-progress.ts'

/** Since when the instance is on its way (ms since the epoch), and how long that usually takes. */
export const useProgress = (instance: Instance) => {
  const { uuid, state, created_at: created } = instance
  const api = useApi()
  const now = useNow(SECOND)
  const seen = stateSinceOf(useStored(statesSeen.of(api.connectionId)))(uuid)
  const operation = useOperation(uuid)
  const { data } = useQuery(activityQuery(api))
  const asked = operation !== undefined && isUnderWay(operation) ? (operation.answeredAt ?? now) : null
  const isStart = state === 'provisioning' || operation?.request.action === 'restart'
  const since =
    (stateInfo(state).kind === 'transition' ? seen : asked) ??
    asked ??
    (state === 'provisioning' ? parseTimestamp(created) : null) ??
    now
  const elapsed = Math.max(0, now - since)
  const usual = isStart && data !== undefined ? usualStart(data.happenings, instance) : null
  return { since, elapsed, usual, isStart, isLate: elapsed > startLimit(usual) }
}

interface BarProps {
  elapsed: number
  usual: UsualStart | null
  isLate: boolean
}

/** The time gone as a bar against what is usual. */
const ProgressBar = ({ elapsed, usual, isLate }: BarProps) => {
  const end = axisEnd(elapsed, usual)
  const at = (ms: number) => `${Math.min(1, ms / end) * 100}%`
  const share = Math.min(1, elapsed / end)
  return (
    <div aria-hidden className="mt-4">
      <div className="relative h-10">
        {usual !== null &&
          startDots(usual, end).map(({ x, level }) => (
            <span
              key={`${x} ${level}`}
              className="absolute size-1.5 -translate-x-1/2 rounded-full bg-ink-faint"
              style={{ left: `${x * 100}%`, bottom: `${8 + level * 7}px` }}
            />
          ))}
      </div>
      <div className="relative h-3 rounded-sm bg-track">
        {usual !== null && (
          <span
            className="absolute -inset-y-1 border-x border-ink-faint bg-ink-faint/20"
            style={{ left: at(usual.from), width: `calc(${at(usual.to)} - ${at(usual.from)})` }}
          />
        )}
        <span
          className={cx('absolute inset-y-0 left-0 rounded-sm', isLate ? 'bg-lamp-bar' : 'bg-plot')}
          style={{ width: at(elapsed) }}
        />
        <span className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: at(elapsed) }} />
      </div>
      {/* "now" stands at its line, or gives way to the ends of the axis: it has as much of the free room before it as the line has of the bar. */}
      <p className="mt-1.5 flex text-micro whitespace-nowrap text-ink-muted">
        <span className="pr-1.5" style={{ flex: `${share} 1 0` }}>
          0
        </span>
        <span className="text-ink">now</span>
        <span className="pl-1.5 text-right" style={{ flex: `${1 - share} 1 0` }}>
          {formatStopwatch(end)}
        </span>
      </p>
    </div>
  )
}

interface Step {
  name: string
  detail: string
  status: 'done' | 'going' | 'ahead'
}

const stepsOf = (instance: Instance, since: number, elapsed: number, isStart: boolean): Step[] => {
  const { wan_ssh_port: port, public_ipv4: wan, lan_ipv4: lan, state } = instance
  const { word } = stateInfo(state)
  const address = port !== null ? `port ${port}` : (wan ?? lan)
  return [
    { name: 'Accepted', detail: formatClock(since, 'seconds'), status: 'done' },
    ...(isStart
      ? [
          {
            name: 'Address given',
            detail: address ?? 'not yet',
            status: address === null ? ('ahead' as const) : ('done' as const),
          },
        ]
      : []),
    {
      name: state === 'provisioning' ? 'Provisioning' : isStart ? 'Restarting' : word,
      detail: formatStopwatch(elapsed),
      status: 'going',
    },
    ...(isStart ? [{ name: 'Running', detail: '', status: 'ahead' as const }] : []),
  ]
}

const StepMark = ({ status }: { status: Step['status'] }) => {
  if (status === 'done') return <CircleCheck aria-hidden size={16} className="shrink-0 text-run" />
  if (status === 'going') return <Ring size={16} className="text-busy" />
  return <Circle aria-hidden size={16} className="shrink-0 text-ink-faint" />
}

/**
 * What goes on with an instance that is on its way: how long it has taken, what is usual, and which steps are done. `children` are the way
 * on for one that is overdue.
 */
export const Progress = ({ instance, children }: { instance: Instance; children: ReactNode }) => {
  const { since, elapsed, usual, isStart, isLate } = useProgress(instance)
  const { now: price } = hourlyCost(instance)
  return (
    <div className="flex flex-1 flex-col p-4">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span
          role="timer"
          aria-label="Elapsed"
          className={cx('text-figure font-semibold', isLate && 'text-lamp-ink')}
        >
          {formatStopwatch(elapsed)}
        </span>
        <span className="text-secondary text-ink-muted">
          {usual !== null && `${isLate ? 'usually' : 'of about'} ${formatStopwatch(usual.median)}`}
          {usual === null && isLate && 'longer than usual'}
        </span>
        {isLate && (
          <span className="ml-auto text-secondary text-lamp-ink">
            {projectedText({ ...price, known: overTime(price.known, elapsed) })} so far
          </span>
        )}
      </p>
      <div className="my-6">
        <ProgressBar elapsed={elapsed} usual={usual} isLate={isLate} />
        {isLate && <div className="mt-6">{children}</div>}
      </div>
      <ol
        aria-label="Steps"
        className="m-0 mt-auto grid list-none grid-cols-2 gap-3 border-t border-line pt-3.5 text-secondary sm:grid-cols-4"
      >
        {stepsOf(instance, since, elapsed, isStart).map(({ name, detail, status }) => (
          <li key={name} className="flex gap-2">
            <StepMark status={status} />
            <span className="min-w-0">
              <span className={cx('block', status === 'ahead' && 'text-ink-muted')}>
                {name}
                {status === 'done' && <span className="sr-only">, done</span>}
              </span>
              <span className="block text-small text-ink-muted">{detail}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

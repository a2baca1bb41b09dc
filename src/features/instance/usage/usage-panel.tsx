import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { ApiError } from '#api/api-error.ts'
import { useStats } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { useRefusals } from '#features/actions/use-refusals.ts'
import { formatAgo, formatDateTime, formatDuration } from '#lib/format.ts'
import { DAY, MINUTE, SECOND } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { gpuText } from '#model/instance/labels.ts'
import { hourlyCost, stopSaves } from '#model/pricing/cost.ts'
import { atLeastBoth } from '#model/pricing/amount-text.ts'
import {
  fromStats,
  IDLE_CPU,
  idleSince,
  isPast,
  mergeSamples,
  type UsageHistory,
} from '#model/usage/usage.ts'
import { useInView } from '#page/use-in-view.ts'
import { useNow } from '#page/use-now.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { usageQuery } from '#storage/usage-query.ts'
import { Button } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'

import { metrics, UsageRow } from './usage-row.tsx'
import { usageWindows, type WindowId, windowIds, windowSearch } from './windows.ts'

interface IdleNoteProps {
  instance: Instance
  /** For how long it has been idle, in milliseconds. */
  idleFor: number
  onStop: () => void
}

/** Says that a container idles, what a stop would save, and offers it. */
const IdleNote = ({ instance, idleFor, onStop }: IdleNoteProps) => {
  const refusal = useRefusals(instance)
  const saved = atLeastBoth(stopSaves(hourlyCost(instance)))
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-lamp-soft px-4 py-2.5">
      <p className="min-w-0 flex-1 basis-72 text-secondary">
        <span className="font-semibold">
          CPU under {IDLE_CPU} % for {formatDuration(Math.floor(idleFor / MINUTE) * MINUTE)}.
        </span>{' '}
        {saved !== null && <span className="text-lamp-ink">Stopping saves {saved}. </span>}
        {gpuText(instance) !== null && (
          <span className="text-ink-muted">Only the CPU is looked at: its GPU may be at work.</span>
        )}
      </p>
      <Button size="sm" disabledReason={refusal('stop')} onClick={onStop}>
        Stop to save
      </Button>
    </div>
  )
}

interface UsageChartsProps {
  instance: Instance
  history: UsageHistory
  window: WindowId
  /** Where the window ends, in milliseconds since the epoch. */
  to: number
  live: boolean
}

/** CPU, memory and disk on one time axis. */
const UsageCharts = ({ instance, history, window, to, live }: UsageChartsProps) => {
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

/** A container's usage of the last day, read on every 3 s while `enabled`. */
const useUsage = (uuid: string, enabled: boolean) => {
  const api = useApi()
  const { data, dataUpdatedAt, error, errorUpdatedAt } = useStats(uuid, enabled)
  const { data: stored = [] } = useQuery(usageQuery(api, uuid, DAY))
  const [openedAt] = useState(api.now)
  const now = useNow(10 * SECOND)

  // What was read before there was a recorder, or where it could not be loaded.
  const newest = data === undefined ? [] : [fromStats(data, dataUpdatedAt)]
  const soon = now + 10 * SECOND
  const history = mergeSamples(stored, newest, { now: soon, span: DAY })
  const latest = history.at(-1) ?? null
  return {
    history,
    latest,
    /** Why the newest reading failed; null when it did not. */
    error,
    /** When usage was last asked for, with or without success; the page's opening before that. Never ahead of the clock. */
    askedAt: Math.max(...[openedAt, latest?.at ?? 0, errorUpdatedAt].filter((at) => isPast(at, soon))),
  }
}

interface UsageStatusProps {
  /** When the newest sample was taken, in milliseconds since the epoch; null where there is none. */
  sampledAt: number | null
  error: ApiError | null
  live: boolean
}

/** How fresh the charts are; a reading that failed is a gap and this line, nothing more. */
const UsageStatus = ({ sampledAt, error, live }: UsageStatusProps) => {
  const now = useNow(SECOND)
  if (!live) return sampledAt === null ? null : `last seen ${formatDateTime(sampledAt)}`
  if (error !== null) {
    const age = sampledAt === null ? '' : ` Last reading ${formatAgo(now - sampledAt)}.`
    const text = `${error.message}${age} Trying again by itself.`
    return (
      <span className="text-lamp-ink" title={text}>
        {text}
      </span>
    )
  }
  return sampledAt === null ? 'every 3 s' : `every 3 s · updated ${formatAgo(now - sampledAt)}`
}

/** The chosen window, kept in the address. Choosing another is no step to go back from. */
const useWindow = () => {
  const { values, change } = useSearchState(windowSearch)
  return {
    window: values.window,
    choose: (window: WindowId) => {
      change({ window }, { replace: true })
    },
  }
}

interface UsagePanelProps {
  instance: Instance
  onStop: () => void
}

const windowOptions = windowIds.map((id) => ({ value: id, label: usageWindows[id].label }))

/** Usage of a container: live while it runs and is looked at, its last samples in grey when it does not run. */
const ContainerUsage = ({ instance, onStop }: UsagePanelProps) => {
  const box = useRef<HTMLDivElement>(null)
  const isInView = useInView(box)
  const verdict = checkAction('stats', instance)
  const live = verdict.allowed
  const { history, latest, error, askedAt } = useUsage(instance.uuid, live && isInView)
  const { window, choose } = useWindow()
  const to = live ? askedAt : (latest?.at ?? askedAt)
  const hasCharts = live || latest !== null
  const idle = live ? idleSince(history, askedAt) : null

  return (
    <Panel
      title="Live usage"
      flush
      aside={<UsageStatus sampledAt={latest?.at ?? null} error={error} live={live} />}
      actions={
        hasCharts ? (
          <Segmented label="Time window" options={windowOptions} value={window} onValueChange={choose} />
        ) : undefined
      }
    >
      <div ref={box}>
        {idle !== null && <IdleNote instance={instance} idleFor={askedAt - idle} onStop={onStop} />}
        {!verdict.allowed && !hasCharts ? (
          <p className="p-4 text-secondary text-ink-muted">{verdict.reason}</p>
        ) : (
          <UsageCharts instance={instance} history={history} window={window} to={to} live={live} />
        )}
      </div>
    </Panel>
  )
}

/** Live usage, or why there is none. */
export const UsagePanel = (props: UsagePanelProps) => {
  if (props.instance.resource_type === 'container') return <ContainerUsage {...props} />
  const verdict = checkAction('stats', props.instance)
  return (
    <Panel title="Live usage">
      <p className="text-secondary text-ink-muted">{verdict.allowed ? null : verdict.reason}</p>
    </Panel>
  )
}

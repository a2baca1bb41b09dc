import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { ApiError } from '#api/api-error.ts'
import { readNow } from '#api/online.ts'
import type { Instance } from '#contract/instance.ts'
import { formatAge, formatAgo, formatDateTime } from '#lib/format.ts'
import { DAY, SECOND } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { stateInfo } from '#model/instance/states.ts'
import { idleSince, isPast, STANDS_FOR, type UsageHistory } from '#model/usage/usage.ts'
import { isUnderWay } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { useLoadFailure } from '#page/use-load-failure.ts'
import { useInView, useUsageHistory } from '#page/use-usage.ts'
import { useNow } from '#page/use-now.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { Button } from '#ui/button.tsx'
import { LinePanel, Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Tooltip } from '#ui/tooltip.tsx'

import { Progress } from './progress.tsx'
import { UsageCharts } from './usage-charts.tsx'
import { UsageFoot } from './usage-foot.tsx'
import { autoWindow, usageWindows, windowIds, windowSearch } from './chart-data.ts'

/** A container's usage of the last day, read on every 3 s while `enabled`. */
const useLastDay = (uuid: string, enabled: boolean) => {
  const [openedAt] = useState(useApi().now)
  const now = useNow(10 * SECOND)
  const soon = now + 10 * SECOND
  const { history, last, query } = useUsageHistory(uuid, {
    span: DAY,
    isRead: enabled,
    until: soon,
  })
  const failure = useLoadFailure(query, uuid)
  return {
    history,
    latest: last,
    /** Why the newest reading failed; null when it did not. */
    error: query.error ?? (failure === 'offline' ? null : failure),
    readAgain: () => readNow(query),
    /** When usage was last asked for, with or without success; the page's opening before that. Never ahead of the clock. */
    askedAt: Math.max(...[openedAt, last?.at ?? 0, query.errorUpdatedAt].filter((at) => isPast(at, soon))),
  }
}

/**
 * What the charts show: the newest of it while they are on the screen, and what was drawn last while they are not, whoever goes on reading.
 */
const useSeen = (history: UsageHistory, to: number, isInView: boolean) => {
  const [seen, setSeen] = useState({ history, to })
  const isHeld = !isInView && seen.history.length > 0
  if (!isHeld && (seen.history !== history || seen.to !== to)) setSeen({ history, to })
  return seen
}

interface UsageStatusProps {
  /** When the newest sample was taken, in milliseconds since the epoch; null where there is none. */
  sampledAt: number | null
  error: ApiError | null
  live: boolean
  onTryNow: () => void
}

/** How fresh the charts are; a reading that failed is a gap and these words, nothing more. */
const UsageStatus = ({ sampledAt, error, live, onTryNow }: UsageStatusProps) => {
  const now = useNow(SECOND)
  if (!live) return sampledAt === null ? null : `until ${formatDateTime(sampledAt)}`
  if (error !== null) {
    const age = sampledAt === null ? '' : ` Last reading ${formatAgo(now - sampledAt)}.`
    const next = error.isUnauthorized ? '' : ' Trying again by itself.'
    return (
      <>
        <Tooltip text={`${error.message}${age}${next}`} className="text-bad-ink">
          no answer{sampledAt !== null && ` for ${formatAge(now - sampledAt)}`}
        </Tooltip>
        <Button size="sm" variant="ghost" className="-my-1.5 -outline-offset-2" onClick={onTryNow}>
          Try now
        </Button>
      </>
    )
  }
  if (sampledAt === null) return null
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className="size-1.5 rounded-full bg-run" />
      {formatAgo(now - sampledAt)}
    </span>
  )
}

interface MeasuredProps {
  instance: Instance
  onStop: () => void
}

interface UsagePanelProps extends MeasuredProps {
  /** What is said of a start that takes too long. */
  overdue: ReactNode
}

const nothingHappened: readonly Happening[] = []

const windowOptions = windowIds.map((id) => ({ value: id, label: usageWindows[id].label }))

/** As high as the charts and what stands under them, so that nothing moves when they take the place of something else. */
const Body = ({ children }: { children: ReactNode }) => (
  <div className="flex min-h-[26.5rem] flex-col sm:min-h-[29.5rem] @min-[96.25rem]:min-h-[44.9rem]">
    {children}
  </div>
)

/** What is or was measured of a container. */
const Measured = ({ instance, onStop }: MeasuredProps) => {
  const box = useRef<HTMLDivElement>(null)
  const api = useApi()
  const isInView = useInView(box)
  const live = checkAction('stats', instance).allowed
  const { history, latest, error, readAgain, askedAt } = useLastDay(instance.uuid, live && isInView)
  const { data: record } = useQuery(activityQuery(api))
  const { values, change } = useSearchState(windowSearch)
  const seen = useSeen(history, live ? askedAt : (latest?.at ?? askedAt), isInView)
  const auto = autoWindow(seen.history, seen.to)
  const chosen = values.window === 'auto' ? auto : { id: values.window, window: usageWindows[values.window] }
  const idle = live ? idleSince(history, askedAt) : null

  if (!live && latest === null)
    return (
      <div ref={box}>
        <LinePanel title="Live usage">Measured while a container runs.</LinePanel>
      </div>
    )
  return (
    <div ref={box}>
      <Panel
        title="Live usage"
        flush
        aside={<UsageStatus sampledAt={latest?.at ?? null} error={error} live={live} onTryNow={readAgain} />}
        actions={
          <Segmented
            label="Time window"
            options={windowOptions}
            value={chosen.id}
            onValueChange={(window) => change({ window }, { replace: true })}
          />
        }
      >
        <Body>
          <UsageCharts
            instance={instance}
            history={seen.history}
            happenings={record?.happenings ?? nothingHappened}
            window={chosen.window}
            to={seen.to}
            live={live}
            isNow={live && latest !== null && (error === null || askedAt - latest.at < STANDS_FOR)}
          />
          <div className="mt-auto">
            <UsageFoot
              instance={instance}
              history={history}
              live={live}
              idleFor={idle === null ? null : askedAt - idle}
              onStop={onStop}
            />
          </div>
        </Body>
      </Panel>
    </div>
  )
}

/** Live usage of a container, what goes on in its place while it is on its way, or why there is none. */
export const UsagePanel = ({ overdue, ...measured }: UsagePanelProps) => {
  const { instance } = measured
  const operation = useOperation(instance.uuid)
  const { kind } = stateInfo(instance.state)
  const isStarting =
    kind === 'transition' ||
    (kind === 'stopped' &&
      operation !== undefined &&
      isUnderWay(operation) &&
      operation.request.action === 'restart')
  if (instance.resource_type !== 'container')
    return <LinePanel title="Live usage">Measured on containers only.</LinePanel>
  if (!isStarting || checkAction('stats', instance).allowed) return <Measured {...measured} />
  return (
    <Panel
      title="Live usage"
      flush
      aside=" "
      // On a phone the head of the charts has a second line.
      actions={<span aria-hidden className="h-6.5 w-60 sm:hidden pointer-coarse:h-9" />}
    >
      <Body>
        <Progress instance={instance}>{overdue}</Progress>
      </Body>
    </Panel>
  )
}

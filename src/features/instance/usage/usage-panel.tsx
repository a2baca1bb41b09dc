import { useRef } from 'react'

import type { Instance } from '#contract/instance.ts'
import { canAct } from '#model/instance/acts.ts'
import { idleSince } from '#model/usage/usage.ts'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'

import { useInView } from '#page/use-in-view.ts'

import { IdleNote } from './idle-note.tsx'
import { UsageCharts } from './usage-charts.tsx'
import { UsageStatus } from './usage-status.tsx'
import { useUsage } from './use-usage.ts'
import { useWindow } from './use-window.ts'
import { usageWindows, windowIds } from './windows.ts'

interface UsagePanelProps {
  instance: Instance
  onStop: () => void
}

const windowOptions = windowIds.map((id) => ({ value: id, label: usageWindows[id].label }))

/** Usage of a container: live while it runs and is looked at, its last samples in grey when it does not run. */
const ContainerUsage = ({ instance, onStop }: UsagePanelProps) => {
  const box = useRef<HTMLDivElement>(null)
  const isInView = useInView(box)
  const verdict = canAct('stats', instance)
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
  const verdict = canAct('stats', props.instance)
  return (
    <Panel title="Live usage">
      <p className="text-secondary text-ink-muted">{verdict.allowed ? null : verdict.reason}</p>
    </Panel>
  )
}

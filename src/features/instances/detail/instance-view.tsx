import type { UseQueryResult } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { stateInfo } from '#model/states.ts'
import { useAsk } from '#operations/action-requests.ts'
import { isUnderWay } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { useTitle } from '#ui/use-title.ts'

import { Freshness } from '#page/freshness.tsx'

import { ActivityPanel } from './activity/activity-panel.tsx'
import { ConnectPanel } from './connect/connect-panel.tsx'
import { CostPanel } from './cost/cost-panel.tsx'
import { DeleteSection } from './delete-section.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { InstanceHeader } from './instance-header.tsx'
import { NotesPanel } from './marks/notes-panel.tsx'
import { PortsPanel } from './ports/ports-panel.tsx'
import { StateNote } from './state-note.tsx'
import { titleMarks } from './title-mark.ts'
import { UsagePanel } from './usage/usage-panel.tsx'

const ApiCallsDialog = lazy(() => import('./api-calls-dialog.tsx'))

interface InstanceViewProps {
  instance: Instance
  query: UseQueryResult
}

/** Everything about one instance, and everything one can do with it. */
export const InstanceView = ({ instance, query }: InstanceViewProps) => {
  const [showsCalls, setShowsCalls] = useState(false)
  const ask = useAsk()
  const operation = useOperation(instance.uuid)
  const isBusy = operation !== undefined && isUnderWay(operation)
  const kind = isBusy ? 'transition' : stateInfo(instance.state).kind
  useTitle(instance.name, titleMarks[kind])

  const ports = <PortsPanel instance={instance} />

  return (
    <>
      <InstanceHeader
        instance={instance}
        freshness={<Freshness query={query} />}
        onShowCalls={() => setShowsCalls(true)}
      />
      <div className="mt-3 empty:hidden">
        <StateNote instance={instance} />
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 lg:col-start-2">
          <ConnectPanel instance={instance} />
        </div>
        <div className="min-w-0 gap-4 max-lg:contents lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:grid">
          {instance.resource_type === 'vm' && ports}
          <UsagePanel instance={instance} onStop={() => ask({ action: 'stop', instance })} />
          {instance.resource_type !== 'vm' && ports}
          <div className="grid min-w-0 gap-4 max-lg:order-1">
            <DetailsPanel instance={instance} />
            <ActivityPanel instance={instance} />
          </div>
        </div>
        <div className="grid min-w-0 gap-4 lg:col-start-2">
          <CostPanel instance={instance} />
          <NotesPanel uuid={instance.uuid} />
        </div>
      </div>
      <DeleteSection instance={instance} onDelete={() => ask({ action: 'delete', instance })} />
      {showsCalls && (
        <Suspense>
          <ApiCallsDialog instance={instance} onClose={() => setShowsCalls(false)} />
        </Suspense>
      )}
    </>
  )
}

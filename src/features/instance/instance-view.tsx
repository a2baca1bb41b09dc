import { type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { useRefusals } from '#features/actions/use-refusals.ts'
import { stateInfo, type StateKind } from '#model/instance/states.ts'
import { useAsk } from '#operations/action-requests.ts'
import { isUnderWay } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { Freshness } from '#page/freshness.tsx'
import { Button } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { PanelBoundary } from '#ui/panel-boundary.tsx'
import { useTitle } from '#ui/use-title.ts'

import { ActivityPanel } from './activity-panel.tsx'
import { ConnectPanel } from './connect/connect-panel.tsx'
import { CostPanel } from './cost/cost-panel.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { InstanceHeader } from './instance-header.tsx'
import { NotesPanel } from './notes/notes-panel.tsx'
import { PortsPanel } from './ports/ports-panel.tsx'
import { StateNote } from './state-note.tsx'
import { UsagePanel } from './usage/usage-panel.tsx'

/** The last thing on the page, out of the way of everything else. */
const DeleteSection = ({ instance, onDelete }: { instance: Instance; onDelete: () => void }) => {
  const refusal = useRefusals(instance)
  return (
    <section
      aria-label="End of this instance"
      className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border border-line px-4 py-3"
    >
      <p className="min-w-0 flex-1 basis-72 text-secondary text-ink-muted">
        Deleting ends its billing and loses all data on its disk for good. To keep the data and end compute
        billing, stop it instead.
      </p>
      <Button variant="danger-quiet" disabledReason={refusal('delete')} onClick={onDelete}>
        Delete
      </Button>
    </section>
  )
}

/** The shape of a state as a character, so that a tab tells how its instance stands. */
const titleMarks: Readonly<Record<StateKind, string>> = {
  running: '●',
  transition: '◌',
  stopped: '○',
  error: '▲',
  deleted: '×',
  unknown: '◌',
}

const ApiCallsDialog = lazyPart(() => import('./api-calls-dialog.tsx'))

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

  const ports = (
    <PanelBoundary title="Ports" of={instance}>
      <PortsPanel instance={instance} />
    </PanelBoundary>
  )

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
          <PanelBoundary title="Connect" of={instance}>
            <ConnectPanel instance={instance} />
          </PanelBoundary>
        </div>
        <div className="min-w-0 gap-4 max-lg:contents lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:grid">
          {instance.resource_type === 'vm' && ports}
          <PanelBoundary title="Live usage" of={instance}>
            <UsagePanel instance={instance} onStop={() => ask({ action: 'stop', instance })} />
          </PanelBoundary>
          {instance.resource_type !== 'vm' && ports}
          <div className="grid min-w-0 gap-4 max-lg:order-1">
            <PanelBoundary title="Details" of={instance}>
              <DetailsPanel instance={instance} />
            </PanelBoundary>
            <PanelBoundary title="Activity" of={instance}>
              <ActivityPanel instance={instance} />
            </PanelBoundary>
          </div>
        </div>
        <div className="grid min-w-0 gap-4 lg:col-start-2">
          <PanelBoundary title="Cost" of={instance}>
            <CostPanel instance={instance} />
          </PanelBoundary>
          <PanelBoundary title="Notes" of={instance}>
            <NotesPanel uuid={instance.uuid} />
          </PanelBoundary>
        </div>
      </div>
      <DeleteSection instance={instance} onDelete={() => ask({ action: 'delete', instance })} />
      {showsCalls && <ApiCallsDialog instance={instance} onClose={() => setShowsCalls(false)} />}
    </>
  )
}

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import Trash2 from 'lucide-react/icons/trash-2'
import { type ReactNode, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { useDisabledReasons } from '#features/actions/use-disabled-reasons.ts'
import { stateInfo, type StateKind } from '#model/instance/states.ts'
import { useAsk } from '#operations/action-requests.ts'
import { isUnderWay } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { Freshness } from '#page/freshness.tsx'
import { activityQuery } from '#storage/stored-queries.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { useTitle } from '#ui/page-header.tsx'
import { PanelBoundary } from '#ui/panel.tsx'

import { ActivityPanel } from './activity-panel.tsx'
import { ConnectPanel } from './connect/connect-panel.tsx'
import { CostPanel } from './cost/cost-panel.tsx'
import { LifePanel } from './deleted/life-panel.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { InstanceHeader } from './instance-header.tsx'
import { NotesPanel } from './notes/notes-panel.tsx'
import { PortsPanel } from './ports/ports-panel.tsx'
import { OverdueNote, StateNote } from './state-note.tsx'
import { UsagePanel } from './usage/usage-panel.tsx'

interface DeleteLineProps {
  instance: Instance
  onDelete: () => void
}

/** The last thing on the page, out of the way of everything else: what a deletion loses, and the way to it. */
const DeleteLine = ({ instance, onDelete }: DeleteLineProps) => {
  const disabledReason = useDisabledReasons(instance)
  return (
    <section
      aria-label="End of this instance"
      className="flex min-h-11 items-center gap-x-4 rounded-panel border border-line bg-surface px-4 py-1.5"
    >
      <p className="min-w-0 flex-1 text-secondary text-ink-muted">Loses its disk for good.</p>
      <Button
        size="sm"
        variant="danger-quiet"
        icon={<Trash2 aria-hidden size={14} />}
        disabledReason={disabledReason('delete')}
        onClick={onDelete}
      >
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

  // How tall Activity is depends on the record: what stands from there on shows once that has been read, and then stays where it is.
  const isPlaced = !useQuery(activityQuery(useApi())).isPending
  const isGone = instance.state === 'deleted'
  const isMachine = instance.resource_type === 'vm'
  const panel = (title: string, part: ReactNode) => (
    <PanelBoundary title={title} of={instance}>
      {part}
    </PanelBoundary>
  )
  const ports = panel('Ports', <PortsPanel instance={instance} />)
  const usage = panel(
    'Live usage',
    <UsagePanel
      instance={instance}
      overdue={<OverdueNote instance={instance} />}
      onStop={() => ask({ action: 'stop', instance })}
    />,
  )

  return (
    <div data-wide className="@container">
      <InstanceHeader
        instance={instance}
        freshness={<Freshness query={query} quiet />}
        onShowCalls={() => setShowsCalls(true)}
      />
      <div className="mt-3 empty:hidden">
        <StateNote instance={instance} />
      </div>
      {/* Two columns from 1000 px on, three from 1540; in each the order of the page is that of the keyboard. */}
      <div className="mt-4 grid items-start gap-4 @min-[62.5rem]:grid-cols-[minmax(0,1fr)_clamp(22.5rem,28vw,25rem)] @min-[62.5rem]:grid-rows-[auto_auto_1fr] @min-[96.25rem]:grid-cols-[minmax(0,1fr)_24.5rem_24.5rem]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 @min-[96.25rem]:row-span-3">
          {isGone && panel('Deletion', <LifePanel instance={instance} />)}
          {!isGone && isMachine && ports}
          {!isGone && usage}
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 @min-[62.5rem]:col-start-2 @min-[62.5rem]:row-span-3 @min-[62.5rem]:row-start-1 @min-[96.25rem]:contents">
          {!isGone && (
            <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 @min-[96.25rem]:col-start-2 @min-[96.25rem]:row-span-3 @min-[96.25rem]:row-start-1">
              {panel('Connect', <ConnectPanel instance={instance} />)}
              {panel('Cost', <CostPanel instance={instance} />)}
            </div>
          )}
          <div className="min-w-0 @min-[96.25rem]:col-start-3 @min-[96.25rem]:row-start-1">
            {panel('Details', <DetailsPanel instance={instance} />)}
          </div>
        </div>
        <div
          className={cx(
            'grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 @min-[62.5rem]:col-start-1 @min-[96.25rem]:col-start-3',
            !isPlaced && 'invisible',
          )}
        >
          {panel('Activity', <ActivityPanel instance={instance} />)}
          {panel('Notes', <NotesPanel uuid={instance.uuid} />)}
          {!isMachine && !isGone && ports}
        </div>
        {!isGone && (
          // Where it ends at the right, notices have room below it: none of them covers its button.
          <div
            className={cx(
              'min-w-0 md:mb-16 @min-[62.5rem]:col-start-1 @min-[62.5rem]:mb-0 @min-[96.25rem]:col-start-3 @min-[96.25rem]:mb-16',
              !isPlaced && 'invisible',
            )}
          >
            <DeleteLine instance={instance} onDelete={() => ask({ action: 'delete', instance })} />
          </div>
        )}
      </div>
      {showsCalls && <ApiCallsDialog instance={instance} onClose={() => setShowsCalls(false)} />}
    </div>
  )
}

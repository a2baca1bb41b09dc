import type { UseQueryResult } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'

import { usePendingAct } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { paths } from '#model/paths.ts'
import { stateInfo } from '#model/states.ts'
import { useTitle } from '#ui/use-title.ts'

import { ActDialogs } from '../parts/acts/act-dialogs.tsx'
import type { ActRequest, DialogAct } from '../parts/acts/act-request.ts'
import { useRestart } from '../parts/acts/use-restart.ts'
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
  /** The page's `:ref`: the instance's name or its uuid. */
  refInUrl: string
  query: UseQueryResult
}

/** Everything about one instance, and everything one can do with it. */
export const InstanceView = ({ instance, refInUrl, query }: InstanceViewProps) => {
  const navigate = useNavigate()
  const [request, setRequest] = useState<ActRequest | null>(null)
  const [showsCalls, setShowsCalls] = useState(false)
  const { restart, restarting } = useRestart(setRequest)
  const pending = usePendingAct(instance.uuid)
  const kind = pending === undefined ? stateInfo(instance.state).kind : 'transition'
  useTitle(instance.name, titleMarks[kind])

  const ask = (act: DialogAct) => setRequest({ act, instance })
  const follow = (act: ActRequest['act'], after: Instance) => {
    if (act === 'delete') void navigate(paths.instances())
    if (act === 'rename' && refInUrl !== instance.uuid)
      void navigate(
        { pathname: paths.instance(after), search: globalThis.location.search },
        { replace: true },
      )
  }

  const ports = <PortsPanel instance={instance} />

  return (
    <>
      <InstanceHeader
        instance={instance}
        freshness={<Freshness query={query} />}
        isRestarting={restarting === instance.uuid}
        onAct={ask}
        onRestart={() => restart(instance)}
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
          <UsagePanel instance={instance} onStop={() => ask('stop')} />
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
      <DeleteSection instance={instance} onDelete={() => ask('delete')} />
      <ActDialogs request={request} onClose={() => setRequest(null)} onDone={follow} />
      {showsCalls && (
        <Suspense>
          <ApiCallsDialog instance={instance} onClose={() => setShowsCalls(false)} />
        </Suspense>
      )}
    </>
  )
}

import type { UseQueryResult } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue, useState } from 'react'

import type { Instance, InstanceList } from '#contract/instance.ts'
import { pluralize } from '#lib/text.ts'
import { useMarks } from '#storage/marks.ts'
import { noFilters } from '#model/fleet-search.ts'
import { filterInstances, groupInstances, sortInstances } from '#model/fleet-view.ts'
import { Note } from '#ui/note.tsx'

import { ActDialogs, type ActRequest } from '../parts/acts/act-dialogs.tsx'
import { useRestart } from '../parts/acts/use-restart.ts'
import { AttentionSlot } from './attention/attention-slot.tsx'
import { FleetSummary } from './fleet-summary.tsx'
import { FleetTable } from './fleet-table.tsx'
import { NoMatch } from './no-match.tsx'
import { Toolbar } from './toolbar.tsx'
import { useFleetLook } from './use-fleet-look.ts'
import { useFleetView } from './use-fleet-view.ts'
import { useSelection } from './use-selection.ts'
import { useSteadyOrder } from './use-steady-order.ts'

// The fleet does without it where it cannot be fetched.
const Attention = lazy(() => import('./attention/attention.tsx').catch(() => ({ default: () => null })))
const BulkBar = lazy(() => import('./bulk/bulk-bar.tsx'))
const RowMenu = lazy(() => import('./row-menu.tsx'))

interface FleetProps {
  list: InstanceList
  query: UseQueryResult
}

/** A fleet of at least one: the line of totals, what is shown of it, and the acts on what is shown. */
export const Fleet = ({ list: { instances, unreadable }, query }: FleetProps) => {
  const { view, change } = useFleetView()
  const { look, setLook } = useFleetLook({ view, change })
  const marks = useMarks()
  const [menu, setMenu] = useState<{ uuid: string; anchor: HTMLElement } | null>(null)
  const [request, setRequest] = useState<ActRequest | null>(null)
  const { restart } = useRestart(setRequest)

  const shownView = useDeferredValue(view)
  const matching = sortInstances(filterInstances(instances, shownView, marks), shownView)
  const { instances: ordered, hold } = useSteadyOrder(matching)
  const groups = groupInstances(ordered, shownView.group)
  const selection = useSelection(ordered)
  // Stays once it was wanted: its dialog reports on instances that are no longer there to be selected.
  const [wasSelected, setWasSelected] = useState(false)
  if (selection.selected.length > 0 && !wasSelected) setWasSelected(true)
  const menuInstance = instances.find(({ uuid }) => uuid === menu?.uuid)

  return (
    <>
      <FleetSummary instances={instances} />
      <AttentionSlot>
        <Attention instances={instances} onAct={setRequest} />
      </AttentionSlot>
      <Toolbar
        instances={instances}
        marks={marks}
        query={query}
        view={view}
        look={look}
        onView={change}
        onLook={setLook}
      />
      {unreadable > 0 && (
        <Note className="mb-2.5">
          {pluralize(unreadable, 'row')} of the service&apos;s answer could not be read and{' '}
          {unreadable === 1 ? 'is' : 'are'} missing below.
        </Note>
      )}
      {matching.length === 0 ? (
        <NoMatch
          hidden={instances.length}
          onClear={() => {
            change(noFilters)
          }}
        />
      ) : (
        <FleetTable
          groups={groups}
          view={view}
          look={look}
          marks={marks}
          selection={selection}
          menuUuid={menu?.uuid ?? null}
          onView={change}
          onMenu={(uuid, anchor) => {
            hold('menu', true)
            setMenu({ uuid, anchor })
          }}
          onHold={hold}
        />
      )}
      <Suspense>
        {wasSelected && <BulkBar selected={selection.selected} onClear={selection.clear} />}
      </Suspense>
      <Suspense>
        {menu !== null && menuInstance !== undefined && (
          <RowMenu
            instance={menuInstance}
            anchor={menu.anchor}
            onClose={() => {
              hold('menu', false)
              setMenu(null)
            }}
            onAct={(act, instance: Instance) => {
              setRequest({ act, instance })
            }}
            onRestart={restart}
          />
        )}
      </Suspense>
      <ActDialogs
        request={request}
        onClose={() => {
          setRequest(null)
        }}
      />
    </>
  )
}

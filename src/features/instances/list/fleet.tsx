import type { UseQueryResult } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue, useState } from 'react'

import type { Instance, InstanceList } from '#contract/instance.ts'
import { pluralize } from '#lib/text.ts'
import { fleetSearch, type GroupKey, groupKeys } from '#model/fleet-search.ts'
import { filterInstances, groupInstances, sortInstances } from '#model/fleet-view.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import { Select } from '#ui/select.tsx'

import { ActDialogs, type ActRequest } from '../parts/acts/act-dialogs.tsx'
import { useRestart } from '../parts/acts/use-restart.ts'
import { Freshness } from '../parts/freshness.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FleetSummary } from './fleet-summary.tsx'
import { FleetTable } from './fleet-table.tsx'
import { SearchBox } from './search-box.tsx'
import { useFleetView } from './use-fleet-view.ts'
import { useSelection } from './use-selection.ts'
import { useSteadyOrder } from './use-steady-order.ts'

const BulkBar = lazy(() => import('./bulk/bulk-bar.tsx'))
const RowMenu = lazy(() => import('./row-menu.tsx'))

const groupWords: Record<GroupKey, string> = {
  none: 'none',
  state: 'state',
  flavor: 'environment',
  owner: 'owner',
}
const isGroup = (value: string): value is GroupKey => groupKeys.some((key) => key === value)

const noFilters = fleetSearch.read(new URLSearchParams())

interface FleetProps {
  list: InstanceList
  query: UseQueryResult
}

/** A fleet of at least one: the line of totals, what is shown of it, and the acts on what is shown. */
export const Fleet = ({ list: { instances, unreadable }, query }: FleetProps) => {
  const { view, change } = useFleetView()
  const [menu, setMenu] = useState<{ uuid: string; anchor: HTMLElement } | null>(null)
  const [request, setRequest] = useState<ActRequest | null>(null)
  const { restart } = useRestart(setRequest)

  const shownView = useDeferredValue(view)
  const matching = sortInstances(filterInstances(instances, shownView), shownView)
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
      <div className="mb-2.5 flex flex-wrap items-center gap-2">
        <SearchBox
          query={view.q}
          onQuery={(q) => {
            change({ q }, { replace: true })
          }}
        />
        <FilterBar instances={instances} view={view} onChange={change} />
        <div className="ml-auto flex items-center gap-3">
          <Freshness query={query} />
          <Select
            size="sm"
            className="w-36"
            aria-label="Group by"
            value={view.group}
            onChange={({ currentTarget: { value } }) => {
              if (isGroup(value)) change({ group: value })
            }}
          >
            {groupKeys.map((key) => (
              <option key={key} value={key}>
                Group: {groupWords[key]}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {unreadable > 0 && (
        <Note className="mb-2.5">
          {pluralize(unreadable, 'row')} of the service&apos;s answer could not be read and{' '}
          {unreadable === 1 ? 'is' : 'are'} missing below.
        </Note>
      )}
      {matching.length === 0 ? (
        <div className="rounded-panel border border-line bg-surface">
          <EmptyState
            title="No instance matches"
            actions={
              <Button
                onClick={() => {
                  change({ ...noFilters, sort: view.sort, order: view.order, group: view.group })
                }}
              >
                Clear search and filters
              </Button>
            }
          >
            {pluralize(instances.length, 'instance is', 'instances are')} hidden by the search and the
            filters.
          </EmptyState>
        </div>
      ) : (
        <FleetTable
          groups={groups}
          view={view}
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

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { defaultColumns, optionsOf, type ViewOptions } from '#model/fleet/fleet-columns.ts'
import { fleetSearch, noFilters } from '#model/fleet/fleet-search.ts'
import { filterInstances, groupInstances, sortInstances, withoutDeleted } from '#model/fleet/fleet-view.ts'
import { paths } from '#model/paths.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { hourlyFigure, monthlyFigure, unknownText } from '#model/pricing/price-text.ts'
import { saveStored } from '#page/save-stored.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { useAnnotations } from '#storage/annotations.ts'
import { idleQuery, idleSinceOf } from '#storage/idle-query.ts'
import { fleetPreferences } from '#storage/preferences.ts'
import { useStored } from '#storage/stored-value.ts'
import { type Failure, PartLine } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

import type { RowMenuRequest } from './fleet-row.tsx'
import { FleetTable } from './fleet-table.tsx'
import { Toolbar } from './toolbar.tsx'
import { useSelection } from './use-selection.ts'
import { useSteadyOrder } from './use-steady-order.ts'

/** The place of Attention above the table. It is as tall with something in it as without, so nothing below it ever moves. */
const AttentionSlot = ({ children }: { children?: ReactNode }) => (
  <div className="@container mb-2.5 h-[3.125rem] max-md:h-10">{children}</div>
)

/**
 * The fleet's view as it stands in the URL, and how to change it. Filters, sort and groups are steps one can go back from;
 * typing in the search box replaces the step it is part of.
 */
export const useFleetView = () => {
  const { values, change } = useSearchState(fleetSearch)
  return { view: values, change }
}

type FleetViewState = ReturnType<typeof useFleetView>

/**
 * How the table is drawn: what the address says, else what was chosen in this browser. A change goes to both: this browser
 * draws it so from now on, and whoever gets the link sees the same. It is no step that one could go back from.
 */
export const useViewOptions = ({ view, change }: FleetViewState) => {
  const chosen = useStored(fleetPreferences)
  const setOptions = (part: Partial<ViewOptions>) => {
    const { density, columns } = { ...chosen, ...part }
    saveStored(fleetPreferences, { density, columns: columns === null ? null : [...columns] })
    const inAddress = part.columns === undefined ? {} : { columns: [...part.columns] }
    change(
      { ...(part.density === undefined ? {} : { density: part.density }), ...inAddress },
      { replace: true },
    )
  }
  return { options: optionsOf(view, { ...chosen, columns: chosen.columns ?? defaultColumns }), setOptions }
}

const BurnBar = lazyPart(() => import('./burn-bar.tsx'), { failed: 'silent', afterRows: true })

/** What all of it costs now, which leads to Costs. */
const FleetTotal = ({ instances }: { instances: readonly Instance[] }) => {
  const now = sumCosts(instances.map((instance) => hourlyCost(instance).now))
  const { prefix, figure } = hourlyFigure(now)
  return (
    <Link
      to={paths.costs()}
      title={[
        unknownText(now),
        now.assumed ? 'some are in a state with undocumented billing, counted as running' : null,
      ]
        .filter((text) => text !== null)
        .join('; ')}
      className="flex min-w-0 items-baseline gap-2.5 rounded-control whitespace-nowrap text-ink-muted hover:text-ink"
    >
      <span>
        {prefix !== '' && <span className="mr-1 text-secondary">{prefix}</span>}
        <span className="text-figure font-semibold text-ink" translate="no">
          {figure}
        </span>
        <span className="ml-1 text-secondary">/ h</span>
      </span>
      <span className="truncate" translate="no">
        {monthlyFigure(now)} / month
      </span>
    </Link>
  )
}

const Views = lazyPart(() => import('./views.tsx'), { failed: 'silent', afterRows: true })
const UnreadablePlace = () => <div className="h-12" />
const UnreadableRows = lazyPart(() => import('./unreadable-rows.tsx'), {
  failed: 'silent',
  fallback: UnreadablePlace,
  afterRows: true,
})
const FootPlace = () => <div className="h-11" />
const FleetFoot = lazyPart(() => import('./fleet-foot.tsx'), {
  failed: 'line',
  fallback: FootPlace,
  afterRows: true,
})
const Attention = lazyPart(() => import('./attention/attention.tsx'), { failed: 'silent', afterRows: true })
const NoBulkBar = (failure: Failure) => <PartLine {...failure} className="mt-3" />
const BulkBar = lazyPart(() => import('./bulk-bar.tsx'), { failed: NoBulkBar })
const RowMenu = lazyPart(() => import('./row-menu.tsx'))

/** Since when each instance idles, as far as this browser knows. */
const useIdleSince = (instances: readonly Instance[]) =>
  idleSinceOf(useQuery(idleQuery(useApi(), instances)).data)

/** A fleet of at least one: the line of totals, what is shown of it, and the actions on what is shown. */
export const Fleet = ({ list: { instances, unreadable } }: { list: InstanceList }) => {
  const { view, change } = useFleetView()
  const { options, setOptions } = useViewOptions({ view, change })
  const annotations = useAnnotations()
  const idleSince = useIdleSince(instances)
  const [menu, setMenu] = useState<RowMenuRequest | null>(null)
  const [wantsBoxes, setWantsBoxes] = useState(false)

  const shownView = useDeferredValue(view)
  // What is sorted stays so, whatever is typed.
  const found = filterInstances(sortInstances(instances, shownView), shownView, annotations)
  const matching = withoutDeleted(found, shownView)
  const living = withoutDeleted(instances, noFilters)
  const menuInstance = instances.find(({ uuid }) => uuid === menu?.uuid)
  // Should the instance come back, its menu does not.
  if (menu !== null && menuInstance === undefined) setMenu(null)
  const { instances: ordered, hold } = useSteadyOrder(matching, {
    isMenuOpen: menuInstance !== undefined,
    view: shownView,
  })
  const groups = groupInstances(ordered, shownView.group)
  const selection = useSelection(ordered)
  const isSelecting = wantsBoxes || selection.selected.length > 0

  return (
    <>
      <div className="fleet-summary">
        <FleetTotal instances={instances} />
        <BurnBar instances={instances} view={view} />
      </div>
      <AttentionSlot>
        <Attention instances={instances} />
      </AttentionSlot>
      <div className="-mx-4 h-8.5 md:-mx-6">
        <Views instances={living} view={view} />
      </div>
      <Toolbar
        instances={instances}
        shown={matching}
        annotations={annotations}
        view={view}
        options={options}
        isSelecting={isSelecting}
        onView={change}
        onOptions={setOptions}
        onSelecting={(isOn) => {
          setWantsBoxes(isOn)
          if (!isOn) selection.clear()
        }}
      />
      {unreadable > 0 && <UnreadableRows count={unreadable} />}
      {matching.length > 0 && (
        <FleetTable
          groups={groups}
          view={view}
          options={options}
          annotations={annotations}
          selection={selection}
          isSelecting={isSelecting}
          menuUuid={menu?.uuid ?? null}
          idleSince={idleSince}
          onView={change}
          onMenu={setMenu}
          onHold={hold}
        />
      )}
      <FleetFoot
        shown={matching.length}
        living={living.length}
        hidden={found.length - matching.length}
        view={view}
        onView={change}
      />
      {selection.selected.length > 0 && <BulkBar selected={selection.selected} onClear={selection.clear} />}
      {menu !== null && menuInstance !== undefined && (
        <RowMenu instance={menuInstance} anchor={menu.anchor} onClose={() => setMenu(null)} />
      )}
    </>
  )
}

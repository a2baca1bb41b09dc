import type { UseQueryResult } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'

import type { Instance, InstanceList } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import { noFilters } from '#model/fleet/fleet-search.ts'
import { filterInstances, groupInstances, sortInstances } from '#model/fleet/fleet-view.ts'
import { summarizeFleet } from '#model/fleet/fleet.ts'
import { paths } from '#model/paths.ts'
import { hourlyText, monthlyText, unknownText } from '#model/pricing/price-text.ts'
import { useAnnotations } from '#storage/annotations.ts'
import type { Failure } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Note } from '#ui/note.tsx'
import { PartLine } from '#ui/part-failure.tsx'

import { AttentionSlot } from './attention/attention-slot.tsx'
import type { RowMenuRequest } from './fleet-row.tsx'
import { FleetTable } from './fleet-table.tsx'
import { Toolbar } from './toolbar.tsx'
import { useViewOptions, useFleetView } from './use-fleet-view.ts'
import { useSelection } from './use-selection.ts'
import { useSteadyOrder } from './use-steady-order.ts'

/** One line: what all of it costs now, how many run, and what stopped instances go on costing. Leads to Costs. */
const FleetSummary = ({ instances }: { instances: readonly Instance[] }) => {
  const { counts, now, stoppedStorage } = summarizeFleet(instances)
  const said = [
    [counts.running, 'running'],
    [counts.stopped, 'stopped'],
    [counts.transition, 'starting'],
    [counts.error, 'failed'],
    [counts.unknown, 'in another state'],
  ] as const
  const words = said
    .filter(([count], index) => count > 0 || index < 2)
    .map(([count, word]) => `${formatCount(count)} ${word}`)
  return (
    <Link
      to={paths.costs()}
      className="my-3.5 flex flex-wrap items-baseline gap-x-7 gap-y-1 rounded-control text-ink-muted hover:text-ink"
    >
      <span>
        <span className="text-figure font-semibold text-ink">{hourlyText(now)}</span>
        <span className="ml-1 text-secondary">
          / hour now{now.unknown.length > 0 && `, ${unknownText(now)}`}
        </span>
      </span>
      <span>{monthlyText(now)} / month at this rate</span>
      <span>{words.join(' · ')}</span>
      {stoppedStorage.known > ZERO && (
        <span>{hourlyText(stoppedStorage)} / h is disk of stopped instances</span>
      )}
      {now.assumed && <span>some are in a state with undocumented billing, counted as running</span>}
    </Link>
  )
}

const Attention = lazyPart(() => import('./attention/attention.tsx'), { failed: 'silent' })
const NoBulkBar = (failure: Failure) => <PartLine {...failure} className="mt-3" />
const BulkBar = lazyPart(() => import('./bulk-bar.tsx'), { failed: NoBulkBar })
const NoMatch = lazyPart(() => import('./no-match.tsx'), { failed: 'line' })
const RowMenu = lazyPart(() => import('./row-menu.tsx'))

interface FleetProps {
  list: InstanceList
  query: UseQueryResult
}

/** A fleet of at least one: the line of totals, what is shown of it, and the actions on what is shown. */
export const Fleet = ({ list: { instances, unreadable }, query }: FleetProps) => {
  const { view, change } = useFleetView()
  const { options, setOptions } = useViewOptions({ view, change })
  const annotations = useAnnotations()
  const [menu, setMenu] = useState<RowMenuRequest | null>(null)

  const shownView = useDeferredValue(view)
  const matching = sortInstances(filterInstances(instances, shownView, annotations), shownView)
  const menuInstance = instances.find(({ uuid }) => uuid === menu?.uuid)
  // Should the instance come back, its menu does not.
  if (menu !== null && menuInstance === undefined) setMenu(null)
  const { instances: ordered, hold } = useSteadyOrder(matching, {
    isMenuOpen: menuInstance !== undefined,
    view: shownView,
  })
  const groups = groupInstances(ordered, shownView.group)
  const selection = useSelection(ordered)

  return (
    <>
      <FleetSummary instances={instances} />
      <AttentionSlot>
        <Attention instances={instances} />
      </AttentionSlot>
      <Toolbar
        instances={instances}
        annotations={annotations}
        query={query}
        view={view}
        options={options}
        onView={change}
        onOptions={setOptions}
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
          options={options}
          annotations={annotations}
          selection={selection}
          menuUuid={menu?.uuid ?? null}
          onView={change}
          onMenu={setMenu}
          onHold={hold}
        />
      )}
      {selection.selected.length > 0 && <BulkBar selected={selection.selected} onClear={selection.clear} />}
      {menu !== null && menuInstance !== undefined && (
        <RowMenu instance={menuInstance} anchor={menu.anchor} onClose={() => setMenu(null)} />
      )}
    </>
  )
}

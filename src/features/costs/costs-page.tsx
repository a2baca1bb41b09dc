import { useQuery } from '@tanstack/react-query'
import CircleDollarSign from 'lucide-react/icons/circle-dollar-sign'
import Download from 'lucide-react/icons/download'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import LoadFailure from '#page/load-failure.tsx'
import { useLoadFailure } from '#page/use-load-failure.ts'
import { paths } from '#model/paths.ts'
import { Freshness } from '#page/freshness.tsx'
import { StorageNote, useStorageProblem } from '#page/storage-problem.tsx'
import { ledgerQuery } from '#storage/stored-queries.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { downloadText } from '#ui/download.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { AnchoredMenu } from '#ui/menu.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/loading.tsx'

import { type DayCost, dayCostsCsv, instanceCostsCsv } from './costs-csv.ts'
import { costsGrid, sideColumn } from './costs-grid.ts'
import { Costs } from './costs.tsx'
import { type SpanPart, yearOfDays } from './days/span-days.ts'

const pad = (value: number) => `${value}`.padStart(2, '0')

/** A local day as files name it: "2026-10-06". */
const isoDay = (time: number): string => {
  const date = new Date(time)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

const dayCost = ({ from, seen, figures: { low, estimate, high, unknown } }: SpanPart): DayCost => ({
  day: isoDay(from),
  low,
  estimate,
  high,
  unknown,
  coverage: seen,
})

interface ExportMenuProps {
  instances: readonly Instance[]
  /** Null while this browser's memory is being read. */
  ledger: Ledger | null
  now: () => number
}

/** Hands out the figures of the page as files, to the last digit. */
const ExportMenu = ({ instances, ledger, now }: ExportMenuProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const save = (name: string, csv: string) =>
    downloadText(`hatteras-${name}-${isoDay(now())}.csv`, csv, 'text/csv')
  return (
    <>
      <Button
        icon={<Download aria-hidden size={14} />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        className="print:hidden"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        Export
      </Button>
      <AnchoredMenu
        anchor={anchor}
        label="Export"
        onClose={() => setAnchor(null)}
        entries={[
          {
            kind: 'action',
            label: 'Present costs (CSV)',
            onSelect: () => save('costs', instanceCostsCsv(instances)),
          },
          {
            kind: 'action',
            label: 'Costs by day (CSV)',
            disabledReason: ledger === null ? 'What this browser saw is still being read.' : undefined,
            onSelect: () => {
              if (ledger !== null) save('costs-by-day', dayCostsCsv(yearOfDays(ledger, now()).map(dayCost)))
            },
          },
          {
            kind: 'action',
            label: 'Print',
            onSelect: () => globalThis.print(),
          },
        ]}
      />
    </>
  )
}

const rows = Array.from({ length: 10 }, (_, index) => index)

const frame = 'rounded-panel border border-line bg-surface'

/** The page at its true size before the first answer. */
const CostsSkeleton = () => (
  <div role="status" aria-label="Loading costs">
    <div className="mt-1.5 mb-4 flex h-9 items-center gap-7 max-md:h-16">
      <Skeleton className="h-8 w-56" />
      <Skeleton className="h-2.5 flex-1 max-md:hidden" />
    </div>
    <div className={costsGrid}>
      <div className={frame}>
        <div className="h-[2.8125rem] border-b border-line" />
        <Skeleton className="m-2 h-80 sm:m-3 sm:h-[28.25rem]" />
      </div>
      <div className={sideColumn}>
        <div className={`${frame} h-[22rem]`}>
          <div className="h-[2.8125rem] border-b border-line" />
        </div>
        <div className={`${frame} h-36`} />
      </div>
      <div className={frame}>
        <div className="h-20 border-b border-line" />
        {rows.map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 border-b border-line px-4 last:border-b-0">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-4 flex-1" />
          </div>
        ))}
      </div>
    </div>
  </div>
)

const NoCosts = () => (
  <div className="mt-3.5 rounded-panel border border-line bg-surface">
    <EmptyState
      icon={<CircleDollarSign aria-hidden size={18} />}
      title="Nothing costs anything"
      actions={
        <Link to={paths.create()} className={buttonClass()}>
          Create instance
        </Link>
      }
    >
      Once there is an instance, its cost is drawn here, and followed while a tab of Hatteras is open.
    </EmptyState>
  </div>
)

/** Where the money goes: now, this month, and from here on, without ever claiming more than is known. */
const CostsPage = () => {
  const query = useInstances()
  const failure = useLoadFailure(query)
  const api = useApi()
  const ledger = useDeferredValue(useQuery(ledgerQuery(api)).data ?? null)
  const problem = useStorageProblem('ledger')
  useTitle('Costs')
  // What a poll brings waits for what is pressed, and so does what is made of it; the first list waits for nothing.
  const data = useDeferredValue(query.data) ?? query.data
  const isEmpty = data?.instances.length === 0 && data.unreadable === 0

  return (
    <div data-wide>
      <PageHeader
        title="Costs"
        actions={
          data !== undefined && (
            <>
              <Freshness query={query} />
              {!isEmpty && <ExportMenu instances={data.instances} ledger={ledger} now={api.now} />}
            </>
          )
        }
      />
      <StorageNote problem={problem} />
      {data !== undefined ? (
        isEmpty && !ledger?.instances.size ? (
          <NoCosts />
        ) : (
          <Costs list={data} ledger={ledger} />
        )
      ) : failure !== null ? (
        <LoadFailure title="The costs could not be loaded." failure={failure} query={query} />
      ) : (
        <CostsSkeleton />
      )}
    </div>
  )
}
export default CostsPage

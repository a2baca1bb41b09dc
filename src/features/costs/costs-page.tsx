import { Link } from 'react-router'

import { useInstances } from '#api/use-instances.ts'
import type { Instance } from '#contract/instance.ts'
import { formatHourly } from '#lib/format.ts'
import { sum } from '#lib/money.ts'
import { type CostPart, costParts, hourlyCost } from '#model/cost.ts'
import { summarizeFleet } from '#model/fleet.ts'
import { sortInstances } from '#model/fleet-view.ts'
import { paths } from '#model/paths.ts'
import { hourlyText, monthlyText, partWord, unknownText } from '#model/price-text.ts'
import { stateInfo } from '#model/states.ts'
import { Alert } from '#ui/alert.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Cell, CellNote, ColumnHead, Row, Table } from '#ui/table.tsx'
import { useTitle } from '#ui/use-title.ts'

const byPart = (instances: readonly Instance[]) => {
  const lines = instances.flatMap((instance) => hourlyCost(instance).now.lines)
  const ofPart = (part: CostPart) => lines.filter((line) => line.part === part)
  return costParts
    .map((part) => ({ part, amount: sum(ofPart(part).map(({ amount }) => amount ?? 0n)) }))
    .filter(({ amount }) => amount !== 0n)
}

const ByInstance = ({ instances }: { instances: readonly Instance[] }) => (
  <Table label="Cost by instance">
    <thead>
      <tr>
        <ColumnHead>Instance</ColumnHead>
        <ColumnHead align="end" className="w-28">
          Per hour now
        </ColumnHead>
        <ColumnHead align="end" className="w-36 max-sm:hidden">
          Per month
        </ColumnHead>
      </tr>
    </thead>
    <tbody>
      {sortInstances(instances, { sort: 'cost', order: 'desc' }).map((instance) => {
        const { now } = hourlyCost(instance)
        return (
          <Row key={instance.uuid}>
            <Cell>
              <Link to={paths.instance(instance.name)} className="block truncate font-name hover:underline">
                {instance.name}
              </Link>
              <CellNote>{stateInfo(instance.state).word}</CellNote>
            </Cell>
            <Cell align="end" title={unknownText(now) ?? undefined}>
              {hourlyText(now)}
            </Cell>
            <Cell align="end" className="text-ink-muted max-sm:hidden">
              {monthlyText(now)}
            </Cell>
          </Row>
        )
      })}
    </tbody>
  </Table>
)

const Burn = ({ instances }: { instances: readonly Instance[] }) => {
  const { now, stoppedStorage } = summarizeFleet(instances)
  return (
    <Panel title="Now" aside="at the rates the service reports">
      <p>
        <span className="text-figure font-semibold">{hourlyText(now)}</span>
        <span className="ml-1.5 text-ink-muted">
          / hour, {monthlyText(now)} / month of 730 h at this rate
        </span>
      </p>
      <dl className="mt-3 grid gap-1.5">
        {byPart(instances).map(({ part, amount }) => (
          <div key={part} className="flex justify-between gap-4 text-secondary">
            <dt className="first-letter:uppercase">{partWord(part)}</dt>
            <dd>{formatHourly(amount)} / h</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-secondary text-ink-muted">
        {formatHourly(stoppedStorage.known)} / h of it is disk of stopped instances.
        {now.unknown.length > 0 && ` ${unknownText(now) ?? ''}; the total is what is known.`}
        {now.assumed &&
          ' What is billed in some states is not documented: those are counted as running.'}{' '}
        Rates may be list prices before prepaid discounts.
      </p>
    </Panel>
  )
}

/** Where the money goes, as far as the rates of the instances tell. */
const CostsPage = () => {
  const { data, error } = useInstances()
  useTitle('Costs')
  return (
    <>
      <PageHeader title="Costs" />
      <div className="mt-4 grid gap-4">
        {data === undefined ? (
          error === null ? (
            <Skeleton className="h-60 w-full" />
          ) : (
            <Alert title="The costs could not be loaded.">{error.message} It is tried again by itself.</Alert>
          )
        ) : data.instances.length === 0 ? (
          <EmptyState title="Nothing costs anything">There is no instance in this account.</EmptyState>
        ) : (
          <>
            <Burn instances={data.instances} />
            <ByInstance instances={data.instances} />
          </>
        )}
      </div>
    </>
  )
}
export default CostsPage

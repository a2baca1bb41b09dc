import { useQuery } from '@tanstack/react-query'
import CircleDollarSign from 'lucide-react/icons/circle-dollar-sign'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/use-instances.ts'
import { ledgerQuery } from '#storage/stored-queries.ts'
import { paths } from '#model/paths.ts'
import { Freshness } from '#page/freshness.tsx'
import { Alert } from '#ui/alert.tsx'
import { buttonClass } from '#ui/button-class.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useTitle } from '#ui/use-title.ts'

import { CostsSkeleton } from './costs-skeleton.tsx'
import { Costs } from './costs.tsx'
import { ExportMenu } from './export-menu.tsx'

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
      There is no instance in this account. Once there is one, this page says what it costs now and keeps
      track of what it comes to, while a tab of Hatteras is open.
    </EmptyState>
  </div>
)

/** Where the money goes: now, this month, and from here on, without ever claiming more than is known. */
const CostsPage = () => {
  const query = useInstances()
  const api = useApi()
  const ledger = useQuery(ledgerQuery(api)).data ?? null
  useTitle('Costs')
  const { data } = query
  const isEmpty = data?.instances.length === 0 && data.unreadable === 0

  return (
    <>
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
      {data !== undefined ? (
        isEmpty && !ledger?.instances.size ? (
          <NoCosts />
        ) : (
          <Costs list={data} ledger={ledger} />
        )
      ) : query.error !== null && !query.error.isUnauthorized ? (
        <Alert
          className="mt-3.5"
          title="The costs could not be loaded."
          actions={
            <Button pending={query.isFetching} onClick={() => void query.refetch()}>
              Try again
            </Button>
          }
        >
          {query.error.message} Nothing was changed; what runs goes on running. It is tried again by itself.
        </Alert>
      ) : (
        <CostsSkeleton />
      )}
    </>
  )
}
export default CostsPage

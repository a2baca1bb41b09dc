import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { formatAgo, formatDateTime } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import type { KnownName } from '#storage/known-names.ts'
import { knownNamesQuery } from '#storage/stored-queries.ts'
import { paths } from '#model/paths.ts'
import { useOtherConnections } from '#session/session-context.ts'
import { buttonClass } from '#ui/button-class.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useTitle } from '#ui/use-title.ts'

import { useNow } from '#page/use-now.ts'

const LastSeen = ({ known }: { known: KnownName }) => {
  const now = useNow(MINUTE)
  return (
    <>
      This browser last saw <span className="font-medium wrap-anywhere text-ink">{known.name}</span>{' '}
      {formatAgo(now - known.seenAt)} ({formatDateTime(known.seenAt)}). It has been deleted since, or the key
      in use belongs to another account.
    </>
  )
}

/** There is no such instance; says what became of it, as far as this browser knows. */
export const InstanceMissing = ({ refInUrl }: { refInUrl: string }) => {
  const others = useOtherConnections()
  const { data: names } = useQuery(
    knownNamesQuery(
      useApi(),
      others.map(({ id }) => id),
      refInUrl,
    ),
  )
  const [known = null, ...inOthers] = names ?? []
  const newest = Math.max(...inOthers.map((name) => name?.seenAt ?? 0))
  // Another account that this browser has a key of, and that had it when last seen.
  const elsewhere = newest > 0 ? others[inOthers.findIndex((name) => name?.seenAt === newest)] : undefined
  const isRenamed = known !== null && known.name !== refInUrl && known.uuid !== refInUrl
  useTitle('Instance not found')

  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link to={paths.instances()} className="rounded-sm hover:text-ink">
              Instances
            </Link>{' '}
            /
          </>
        }
        title="Instance not found"
      />
      {names !== undefined && (
        <EmptyState
          title={isRenamed ? `${refInUrl} was renamed` : `There is no instance ${refInUrl}`}
          actions={
            <>
              {elsewhere !== undefined && (
                <Button variant={isRenamed ? 'default' : 'primary'} onClick={elsewhere.switchTo}>
                  Switch to {elsewhere.name}
                </Button>
              )}
              {isRenamed && (
                <Link to={paths.instance(known)} className={buttonClass({ variant: 'primary' })}>
                  Open {known.name}
                </Link>
              )}
              <Link
                to={paths.instances()}
                className={buttonClass({
                  variant: isRenamed || elsewhere !== undefined ? 'default' : 'primary',
                })}
              >
                All instances
              </Link>
            </>
          }
        >
          {known === null &&
            elsewhere === undefined &&
            'This browser has never seen it. The name may be mistyped, or belong to another account.'}
          {known !== null &&
            isRenamed &&
            `It is called ${known.name} now. Links with the old name no longer work.`}
          {known !== null && !isRenamed && <LastSeen known={known} />}
          {elsewhere !== undefined && (
            <p>
              The account <span className="font-medium wrap-anywhere text-ink">{elsewhere.name}</span> (key{' '}
              {elsewhere.hint}) had it when this browser last looked there.
            </p>
          )}
        </EmptyState>
      )}
    </>
  )
}

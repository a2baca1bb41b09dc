import { useEffect, useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { formatAgo, formatDateTime } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { type KnownName, recallName } from '#local/known-names.ts'
import { paths } from '#model/paths.ts'
import { buttonClass } from '#ui/button-class.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useTitle } from '#ui/use-title.ts'

import { useNow } from '../parts/use-now.ts'

/** What this browser remembers under a name or a uuid; undefined until it has looked. */
const useKnownName = (ref: string): KnownName | null | undefined => {
  const { connectionId } = useApi()
  const [recalled, setRecalled] = useState<{ ref: string; known: KnownName | null } | null>(null)
  useEffect(() => {
    let isLeft = false
    const look = async () => {
      const known = await recallName(connectionId, ref)
      if (!isLeft) setRecalled({ ref, known })
    }
    void look()
    return () => {
      isLeft = true
    }
  }, [connectionId, ref])
  return recalled?.ref === ref ? recalled.known : undefined
}

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
  const known = useKnownName(refInUrl)
  const isRenamed = typeof known?.name === 'string' && known.name !== refInUrl && known.uuid !== refInUrl
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
      {known !== undefined && (
        <EmptyState
          title={isRenamed ? `${refInUrl} was renamed` : `There is no instance ${refInUrl}`}
          actions={
            <>
              {isRenamed && (
                <Link to={paths.instance(known.name)} className={buttonClass({ variant: 'primary' })}>
                  Open {known.name}
                </Link>
              )}
              <Link
                to={paths.instances()}
                className={buttonClass({ variant: isRenamed ? 'default' : 'primary' })}
              >
                All instances
              </Link>
            </>
          }
        >
          {known === null &&
            'This browser has never seen it. The name may be mistyped, or belong to another account.'}
          {known !== null &&
            isRenamed &&
            `It is called ${known.name} now. Links with the old name no longer work.`}
          {known !== null && !isRenamed && <LastSeen known={known} />}
        </EmptyState>
      )}
    </>
  )
}

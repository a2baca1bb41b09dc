import type { UseQueryResult } from '@tanstack/react-query'

import type { ApiError } from '#api/api-error.ts'
import { readNow } from '#api/online.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'

interface LoadFailureProps {
  /** What could not be loaded, as a sentence. */
  title: string
  /** From `useLoadFailure`. */
  failure: ApiError | 'offline'
  query: Pick<UseQueryResult, 'isFetching' | 'refetch'>
}

interface Said {
  title: string
  detail: string
  action: string
}

const nothingChanged = 'Nothing was changed; what runs goes on running.'
const again = `${nothingChanged} It is tried again by itself.`

const saidOf = ({ title, failure, query }: LoadFailureProps): Said => {
  if (failure === 'offline') return { title: 'You are offline.', detail: again, action: 'Try again' }
  if (!failure.isUnauthorized) return { title, detail: `${failure.message} ${again}`, action: 'Try again' }
  return {
    // It may be another one by now.
    title: query.isFetching ? 'The API key is being tried.' : 'The API key is no longer accepted.',
    detail: nothingChanged,
    action: 'Enter a key',
  }
}

/** In place of a page that has nothing to show yet. A key that is refused once more is asked for over the page. */
const LoadFailure = (props: LoadFailureProps) => {
  const { failure, query } = props
  const { title, detail, action } = saidOf(props)
  return (
    <div className="mt-4">
      <Alert
        title={title}
        actions={
          <>
            {failure !== 'offline' && failure.kind === 'sign-in' && (
              <Button variant="primary" onClick={() => location.reload()}>
                Reload the page
              </Button>
            )}
            <Button pending={query.isFetching} onClick={() => readNow(query)}>
              {action}
            </Button>
          </>
        }
      >
        {detail}
      </Alert>
    </div>
  )
}
export default LoadFailure

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

/** In place of a page that has nothing to show yet. */
const LoadFailure = ({ title, failure, query }: LoadFailureProps) => (
  <div className="mt-4">
    <Alert
      title={failure === 'offline' ? 'You are offline.' : title}
      actions={
        <>
          {failure !== 'offline' && failure.kind === 'sign-in' && (
            <Button variant="primary" onClick={() => location.reload()}>
              Reload the page
            </Button>
          )}
          <Button pending={query.isFetching} onClick={() => readNow(query)}>
            Try again
          </Button>
        </>
      }
    >
      {failure !== 'offline' && `${failure.message} `}Nothing was changed; what runs goes on running. It is
      tried again by itself.
    </Alert>
  </div>
)
export default LoadFailure

import { useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { ApiError } from '#api/api-error.ts'
import { useInstances } from '#api/queries.ts'

import LoadFailure from './load-failure.tsx'

/**
 * On a page that says of no reading how old it is: that the key is refused, and the way to another one, until the service has answered.
 * What fails otherwise meanwhile says nothing of the key.
 */
export const KeyRefused = () => {
  const { connectionId } = useApi()
  const query = useInstances()
  const { error, status } = query
  const [refused, setRefused] = useState<{ of: string; failure: ApiError } | null>(null)
  const isNews = error?.isUnauthorized === true && error !== refused?.failure
  if (isNews) setRefused({ of: connectionId, failure: error })
  else if (refused !== null && (status === 'success' || refused.of !== connectionId)) setRefused(null)
  if (refused === null) return null
  const { failure } = refused
  return (
    <div className="mb-4">
      <LoadFailure title={failure.message} failure={failure} query={query} />
    </div>
  )
}

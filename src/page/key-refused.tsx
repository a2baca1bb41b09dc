import { useInstances } from '#api/queries.ts'

import LoadFailure from './load-failure.tsx'
import { useLoadFailure } from './use-load-failure.ts'

/** On a page that says of no reading how old it is: that the key is refused, and the way to another one. */
export const KeyRefused = () => {
  const query = useInstances()
  const beforeAny = useLoadFailure(query)
  const failure = query.error ?? beforeAny
  if (failure === null || failure === 'offline' || !failure.isUnauthorized) return null
  return (
    <div className="mb-4">
      <LoadFailure title={failure.message} failure={failure} query={query} />
    </div>
  )
}

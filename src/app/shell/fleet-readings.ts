import type { QueryClient } from '@tanstack/react-query'

import { keys } from '#api/keys.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'

/** Tells of each reading of the fleet that differs from the one before it (null: the first). Answers how to stop. */
export const listenToFleet = (
  queries: QueryClient,
  connectionId: string,
  onReading: (instances: readonly Instance[], before: readonly Instance[] | null) => void,
): (() => void) => {
  const key = keys.list(connectionId)
  const hash = JSON.stringify(key)
  let last: readonly Instance[] | null = null
  const look = () => {
    const instances = queries.getQueryData<InstanceList>(key)?.instances
    if (instances === undefined || instances === last) return
    const before = last
    last = instances
    onReading(instances, before)
  }
  look()
  return queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryHash === hash) look()
  })
}

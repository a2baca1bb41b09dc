import type { QueryClient } from '@tanstack/react-query'

import { keys } from '#api/cache.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'

/**
 * Tells of each list that the service returned, changed or not, with when it came (ms since the epoch); not of what the app puts into
 * its cache meanwhile. Begins with the one that is there. Returns how to stop.
 */
export const listenToLists = (
  queries: QueryClient,
  connectionId: string,
  onList: (list: InstanceList, at: number) => void,
): (() => void) => {
  const key = keys.list(connectionId)
  const hash = JSON.stringify(key)
  const read = () => {
    const list = queries.getQueryData<InstanceList>(key)
    const at = queries.getQueryState(key)?.dataUpdatedAt
    if (list !== undefined && at !== undefined) onList(list, at)
  }
  read()
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryHash !== hash) return
    if (event.action.type === 'success' && event.action.manual !== true) read()
  })
}

/**
 * Tells of each reading of the fleet that differs from the one before it (null: the first), and when the fleet was last read before it
 * (ms since the epoch). Returns how to stop.
 */
export const listenToFleet = (
  queries: QueryClient,
  connectionId: string,
  onReading: (instances: readonly Instance[], before: readonly Instance[] | null, lookedAt: number) => void,
): (() => void) => {
  const key = keys.list(connectionId)
  const hash = JSON.stringify(key)
  let last: readonly Instance[] | null = null
  let readAt = 0
  const read = () => {
    const instances = queries.getQueryData<InstanceList>(key)?.instances
    const lookedAt = readAt
    readAt = queries.getQueryState(key)?.dataUpdatedAt ?? readAt
    if (instances === undefined || instances === last) return
    const before = last
    last = instances
    onReading(instances, before, lookedAt)
  }
  read()
  return queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryHash === hash) read()
  })
}

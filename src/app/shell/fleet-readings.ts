import type { QueryClient } from '@tanstack/react-query'

import { keys } from '#api/cache.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { nextTask } from '#lib/next-task.ts'

/**
 * Whether a list is the first one and empty: then it waits for the next to say so too, since what is stored may know of a fleet, and
 * a service that falters for a moment has none. Later lists are compared with the one before them where they are read. `updates`
 * counts the lists.
 */
const createFirstCheck = () => {
  let first: number | undefined
  return (instances: readonly Instance[], updates = 0): boolean => {
    first ??= updates
    return instances.length === 0 && updates === first
  }
}

/** From so many instances on, each listener to a reading has a task of its own: together they would hold up what is typed. */
const many = 1000

/** Calls listeners, until it is stopped. */
const createTeller = () => {
  let isStopped = false
  return {
    tell: async ({ length }: readonly Instance[], listener: () => void) => {
      if (length >= many) await nextTask()
      if (!isStopped) listener()
    },
    stop: () => {
      isStopped = true
    },
  }
}

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
  const isDoubtful = createFirstCheck()
  const { tell, stop } = createTeller()
  const read = () => {
    const list = queries.getQueryData<InstanceList>(key)
    const { dataUpdateCount, dataUpdatedAt } = queries.getQueryState(key) ?? {}
    if (list === undefined || dataUpdatedAt === undefined || isDoubtful(list.instances, dataUpdateCount))
      return
    void tell(list.instances, () => onList(list, dataUpdatedAt))
  }
  read()
  const unsubscribe = queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryHash !== hash) return
    if (event.action.type === 'success' && event.action.manual !== true) read()
  })
  return () => {
    unsubscribe()
    stop()
  }
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
  const isDoubtful = createFirstCheck()
  const { tell, stop } = createTeller()
  const read = () => {
    const instances = queries.getQueryData<InstanceList>(key)?.instances
    const lookedAt = readAt
    const state = queries.getQueryState(key)
    readAt = state?.dataUpdatedAt ?? readAt
    if (instances === undefined || instances === last || isDoubtful(instances, state?.dataUpdateCount)) return
    const before = last
    last = instances
    void tell(instances, () => onReading(instances, before, lookedAt))
  }
  read()
  const unsubscribe = queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryHash === hash) read()
  })
  return () => {
    unsubscribe()
    stop()
  }
}

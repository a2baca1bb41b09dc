import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/cache.ts'
import { statsQuery } from '#api/queries.ts'
import type { InstanceList } from '#contract/instance.ts'
import { MINUTE, SECOND } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'

/** Milliseconds between two readings: below the 5 minutes that a hole in them may have. */
const readEvery = 4 * MINUTE
/** A fleet of thousands is not read in full. */
const atMost = 50

/**
 * Reads the usage of running containers that nothing on the page reads (a narrow window has no column for it), so that what idles is
 * found all the same. What was read since the last time is not read again. It draws nothing.
 */
const UsageReader = (): null => {
  const api = useApi()
  const queries = useQueryClient()
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === 'hidden') return
      const list = queries.getQueryData<InstanceList>(keys.list(api.connectionId))
      const running = (list?.instances ?? []).filter((instance) => checkAction('stats', instance).allowed)
      for (const { uuid } of running.slice(0, atMost))
        void queries
          .fetchQuery({ ...statsQuery(api, uuid), retry: false, staleTime: readEvery - 10 * SECOND })
          .catch(() => undefined)
    }
    const timer = setInterval(read, readEvery)
    return () => {
      clearInterval(timer)
    }
  }, [api, queries])
  return null
}
export default UsageReader

import { useQueryClient } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { type ApiError, toApiError } from '#api/api-error.ts'
import { instancesQuery } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'

/**
 * Reads the list anew and answers the instance of a name, null where there is none, or why the list could not be read. A reading
 * that was already on its way is not waited for: it may be older than what one looks for.
 */
export const useFindByName = () => {
  const api = useApi()
  const queries = useQueryClient()
  return async (name: string): Promise<Instance | null | ApiError> => {
    const query = instancesQuery(api)
    await queries.cancelQueries({ queryKey: query.queryKey, exact: true })
    return queries
      .fetchQuery({ ...query, staleTime: 0 })
      .then(
        ({ instances }) =>
          instances.find((instance) => instance.name === name && instance.state !== 'deleted') ?? null,
        toApiError,
      )
  }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Instance } from '#contract/instance.ts'

import { useApi } from './api-context.ts'
import { dropInstance } from './cache.ts'
import { keys } from './keys.ts'

/** `DELETE /api/instance/{uuid}/`: all data is lost and billing stops. */
export const useDeleteInstance = () => {
  const { connectionId, client, pendingActs, accepted, now } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ uuid }: Instance) => client.delete(uuid),
    onSuccess: (_nothing, { uuid, name, state }) => {
      accepted.emit({ act: 'delete', uuid, name })
      pendingActs.add({ uuid, name, act: 'delete', initialState: state, since: now() })
      dropInstance(queries, connectionId, uuid)
    },
    // After a success the details are gone; after a failure they tell whether it happened all the same.
    onSettled: (_nothing, error) =>
      void queries.invalidateQueries({ queryKey: keys.list(connectionId), exact: error === null }),
  })
}

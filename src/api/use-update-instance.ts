import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { UpdateBody } from '#contract/requests.ts'

import { useApi } from './api-context.ts'
import { putInstance } from './cache.ts'
import { keys } from './keys.ts'

/** `PATCH /api/instance/{uuid}/`: rename, or resize a container. */
export const useUpdateInstance = (uuid: string) => {
  const { connectionId, client, accepted } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: UpdateBody) => client.update(uuid, body),
    onSuccess: (instance) => {
      accepted.emit({ act: 'update', uuid, name: instance.name })
      putInstance(queries, connectionId, instance)
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.list(connectionId) }),
  })
}

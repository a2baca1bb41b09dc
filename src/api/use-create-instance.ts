import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { CreateBody } from '#contract/requests.ts'

import { useApi } from './api-context.ts'
import { putInstance } from './cache.ts'
import { keys } from './keys.ts'

/**
 * `POST /api/instance/`. Never sent again by itself: after an unknown outcome the caller looks for the name first.
 * The body holds secrets, so the mutation is forgotten as soon as nobody shows it (`gcTime: 0`).
 */
export const useCreateInstance = () => {
  const { connectionId, client, accepted } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CreateBody) => client.create(body),
    gcTime: 0,
    onSuccess: (instance) => {
      accepted.emit({ act: 'create', uuid: instance.uuid, name: instance.name })
      putInstance(queries, connectionId, instance)
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.list(connectionId), exact: true }),
  })
}

import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'

import { useApi } from './api-context.ts'
import { putInstance } from './cache.ts'
import { keys } from './keys.ts'

/** `PATCH /api/instance/{uuid}/`: rename, or resize a container; not both in one. */
export const useUpdateInstance = ({ uuid, name, state }: Instance) => {
  const { connectionId, client, pendingActs, accepted, now } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: UpdateBody) => client.update(uuid, body),
    onSuccess: (instance, { name: to, ...size }) => {
      accepted.emit({ act: 'update', uuid, name: instance.name })
      const asked = { uuid, name, initialState: state, since: now() }
      pendingActs.add(
        to === undefined ? { ...asked, act: 'resize', to: size } : { ...asked, act: 'rename', to },
      )
      putInstance(queries, connectionId, instance)
      pendingActs.settle([instance], false)
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.list(connectionId) }),
  })
}

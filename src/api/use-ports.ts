import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Instance } from '#contract/instance.ts'

import { useApi } from './api-context.ts'
import { putInstance } from './cache.ts'
import { keys } from './keys.ts'

const usePorts = (act: 'addPort' | 'removePort', instance: Instance) => {
  const { connectionId, client, accepted } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (port: number) => client[act](instance.uuid, port),
    onSuccess: ({ wan_ports: ports }) => {
      accepted.emit({ act, uuid: instance.uuid, name: instance.name })
      if (ports !== null) putInstance(queries, connectionId, { ...instance, wan_ports: ports })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.list(connectionId) }),
  })
}

/** `POST /api/instance/{uuid}/add-port/`: opens a port on a VM's public address. */
export const useAddPort = (instance: Instance) => usePorts('addPort', instance)

/** `POST /api/instance/{uuid}/remove-port/`: closes a port; the API refuses 22. */
export const useRemovePort = (instance: Instance) => usePorts('removePort', instance)

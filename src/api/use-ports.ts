import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Instance } from '#contract/instance.ts'

import { useApi } from './api-context.ts'
import { putInstance } from './cache.ts'
import { keys } from './keys.ts'

const pendingAs = { addPort: 'openPort', removePort: 'closePort' } as const

const usePorts = (act: 'addPort' | 'removePort', instance: Instance) => {
  const { connectionId, client, pendingActs, accepted, now } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (port: number) => client[act](instance.uuid, port),
    onSuccess: ({ wan_ports: ports }, port) => {
      const { uuid, name, state } = instance
      accepted.emit({ act, uuid, name })
      pendingActs.add({ uuid, name, act: pendingAs[act], port, initialState: state, since: now() })
      // The live service may answer without the ports: then the next reading tells.
      if (ports === null) return
      const answered = { ...instance, wan_ports: ports }
      putInstance(queries, connectionId, answered)
      pendingActs.settle([answered], false)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.list(connectionId) }),
  })
}

/** `POST /api/instance/{uuid}/add-port/`: opens a port on a VM's public address. */
export const useAddPort = (instance: Instance) => usePorts('addPort', instance)

/** `POST /api/instance/{uuid}/remove-port/`: closes a port; the API refuses 22. */
export const useRemovePort = (instance: Instance) => usePorts('removePort', instance)

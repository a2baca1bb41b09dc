import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Instance } from '#contract/instance.ts'

import { useApi } from './api-context.ts'
import { keys } from './keys.ts'

const usePower = (act: 'stop' | 'restart') => {
  const { connectionId, client, pendingActs, accepted, now } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ uuid }: Instance) => client[act](uuid),
    onSuccess: (_answer, { uuid, name, state }) => {
      accepted.emit({ act, uuid, name })
      pendingActs.add({ uuid, name, act, initialState: state, since: now() })
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.list(connectionId) }),
  })
}

/** `POST /api/instance/{uuid}/stop/`: ends compute billing; storage billing goes on. */
export const useStopInstance = () => usePower('stop')

/** `POST /api/instance/{uuid}/restart/`: billing resumes at once. */
export const useRestartInstance = () => usePower('restart')

import type { ApiError } from '#api/api-error.ts'
import { useAddPort, useRemovePort } from '#api/use-ports.ts'
import { actFailure } from '#features/instances/parts/acts/act-failure.ts'
import type { Instance } from '#contract/instance.ts'
import { showToast } from '#ui/toast-store.ts'

const tellFailure = (error: ApiError, port: number, done: 'closed' | 'opened') => {
  const words = { notDone: `Port ${port} was not ${done}`, unknown: `whether port ${port} was ${done}` }
  showToast({ tone: 'bad', ...actFailure(error, words) })
}

/** Closes ports at once, each with a chance to undo it. */
export const useClosePort = (instance: Instance) => {
  const remove = useRemovePort(instance)
  const add = useAddPort(instance)

  const reopen = (port: number) => {
    add.mutateAsync(port).catch((error: ApiError) => tellFailure(error, port, 'opened'))
  }
  const close = (port: number) => {
    remove.mutate(port, {
      onSuccess: ({ wan_ports: ports }) => {
        showToast({
          title: `Port ${port} of ${instance.name} is ${ports === null ? 'being closed' : 'closed'}.`,
          action: { label: 'Undo', onAct: () => reopen(port) },
        })
      },
      onError: (error) => tellFailure(error, port, 'closed'),
    })
  }
  return { close, closing: remove.isPending ? remove.variables : null }
}

import { useRestartInstance } from '#api/use-power.ts'
import type { Instance } from '#contract/instance.ts'
import { showToast } from '#ui/toast-store.ts'

import { instanceFailure } from './act-failure.ts'
import type { ActRequest } from './act-request.ts'

/**
 * Restarts without asking, since it is undone by a stop. A failure is told in a toast; where there is no room for the instance,
 * `open` is given the dialog to show.
 */
export const useRestart = (open: (request: ActRequest) => void) => {
  const { mutate, isPending, variables } = useRestartInstance()
  return {
    restart: (instance: Instance) => {
      mutate(instance, {
        onSuccess: () => {
          showToast({ title: `${instance.name} is restarting.`, detail: 'Compute billing has resumed.' })
        },
        onError: (error) => {
          if (error.capacity !== null) open({ act: 'restart', instance, capacity: error.capacity })
          else showToast({ tone: 'bad', ...instanceFailure(error, instance.name, 'restarted') })
        },
      })
    },
    /** The uuid of the instance whose restart is on its way to the service. */
    restarting: isPending ? variables.uuid : null,
  }
}

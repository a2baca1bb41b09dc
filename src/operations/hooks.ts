import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import type { OperationRequest } from '#model/operation.ts'

import { useRun } from './operations-context.ts'

/**
 * One hook for each endpoint of the API page that changes an instance: `run` asks for it, and `operation` is the last one that was asked
 * for here.
 */
const useRequest = <Args extends readonly unknown[]>(make: (...args: Args) => OperationRequest) => {
  const { run, ...rest } = useRun()
  return { ...rest, run: (...args: Args) => run(make(...args)) }
}

/** `POST /api/instance/{uuid}/stop/`: ends compute billing; storage billing goes on. */
export const useStopInstance = ({ uuid, name }: Instance) =>
  useRequest(() => ({ action: 'stop', uuid, name }))

/** `POST /api/instance/{uuid}/restart/`: billing resumes at once. */
export const useRestartInstance = ({ uuid, name }: Instance) =>
  useRequest(() => ({ action: 'restart', uuid, name }))

/** `DELETE /api/instance/{uuid}/`: all data is lost and billing stops. */
export const useDeleteInstance = ({ uuid, name }: Instance) =>
  useRequest(() => ({ action: 'delete', uuid, name }))

/** `PATCH /api/instance/{uuid}/` with a new name: any instance. */
export const useRenameInstance = ({ uuid, name }: Instance) =>
  useRequest((to: string) => ({ action: 'rename', uuid, name, to }))

/** `PATCH /api/instance/{uuid}/` with a new size: containers only. */
export const useResizeInstance = ({ uuid, name }: Instance) =>
  useRequest((to: Omit<UpdateBody, 'name'>) => ({ action: 'resize', uuid, name, to }))

/** `POST /api/instance/{uuid}/add-port/`: opens a port on a VM's public address. */
export const useAddPort = ({ uuid, name }: Instance) =>
  useRequest((port: number) => ({ action: 'openPort', uuid, name, port }))

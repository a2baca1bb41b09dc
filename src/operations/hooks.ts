import { useEffect, useState, useSyncExternalStore } from 'react'

import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import type { Operation } from './operation.ts'
import { useOperations } from './operations-context.ts'
import type { Send, Shown } from './operations.ts'

/** Every operation of the account that is still remembered, oldest first. */
export const useAllOperations = (): readonly Operation[] => {
  const operations = useOperations()
  return useSyncExternalStore(operations.subscribe, operations.all)
}

/** Says for as long as the caller is there that it shows this step of an operation itself. */
export const useShown = (id: number | null, what: Shown): void => {
  const operations = useOperations()
  useEffect(() => (id === null ? undefined : operations.show(id, what)), [id, operations, what])
}

/**
 * Asks for things one after the other, and follows the last of them for as long as the caller is there; after that, its outcome is told
 * elsewhere.
 */
export const useRun = () => {
  const operations = useOperations()
  const [id, setId] = useState<number | null>(null)
  const operation = useSyncExternalStore(operations.subscribe, () =>
    id === null ? undefined : operations.get(id),
  )
  useShown(id, 'answer')
  return {
    operation,
    isPending: operation?.status === 'queued' || operation?.status === 'requested',
    error: operation?.error ?? null,
    run: (request: OperationRequest, send?: Send): Promise<Operation> => {
      const asked = operations.run(request, send)
      setId(asked.id)
      return asked.answered
    },
  }
}

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

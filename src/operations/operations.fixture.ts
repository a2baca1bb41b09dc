import * as z from 'zod/mini'

import { ApiError, httpError } from '#api/api-error.ts'
import type { Client } from '#api/client.ts'
import { readErrorBody } from '#contract/errors.ts'
import { instanceSchema } from '#contract/instance.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import { createOperations, type Restored } from './operations.ts'

/** A virtual machine as a reading shows it. */
export const seen = (fields: Record<string, unknown> = {}) =>
  z.parse(instanceSchema, { uuid: 'u', name: 'one', state: 'running', resource_type: 'vm', ...fields })

export const ask = (action: 'stop' | 'restart' | 'delete', uuid = 'u'): OperationRequest => ({
  action,
  uuid,
  name: uuid === 'u' ? 'one' : uuid,
})

export const refused = () => httpError(400, readErrorBody({ detail: 'It is busy.' }), null)
export const lost = () => new ApiError({ kind: 'network', message: 'The service could not be reached.' })

/** An answer that the test gives when it wants to. */
export const later = <T>() => {
  let settle: { resolve: (value: T) => void; reject: (reason: unknown) => void } | null = null
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return {
    promise,
    give: (value: T) => settle?.resolve(value),
    fail: (reason: unknown) => settle?.reject(reason),
  }
}

/** An account's operations with a service that returns nothing until the test says so, and a clock. */
export const setUp = (options: { restored?: Restored[]; locked?: string } = {}) => {
  const clock = { now: 0 }
  const sent: OperationRequest[] = []
  const answers: ReturnType<typeof later<null>>[] = []
  const refreshed: string[][] = []
  const operations = createOperations({
    send: (request) => {
      sent.push(request)
      const answer = later<null>()
      answers.push(answer)
      return answer.promise
    },
    refresh: (requests) => refreshed.push(requests.map(({ uuid }) => uuid)),
    blockedReason: ({ uuid }) =>
      uuid === options.locked ? 'Locked in this browser: unlock it first.' : undefined,
    now: () => clock.now,
  })
  operations.restore(options.restored ?? [])
  const steps: string[] = []
  operations.follow('test', ({ operation: { request, status } }) =>
    steps.push(`${request.action} ${request.name} ${status}`),
  )
  /** Lets what has been answered take its course. */
  const pass = () => new Promise<void>((resolve) => setTimeout(resolve))
  return { clock, sent, answers, refreshed, operations, steps, pass }
}

const unasked = () => Promise.reject(new Error('The test did not expect this request.'))

/** A client of which a test names the methods that it expects to be asked. */
export const clientWith = (methods: Partial<Client>): Client => ({
  list: unasked,
  get: unasked,
  create: unasked,
  update: unasked,
  stop: unasked,
  restart: unasked,
  delete: unasked,
  addPort: unasked,
  removePort: unasked,
  stats: unasked,
  ...methods,
})

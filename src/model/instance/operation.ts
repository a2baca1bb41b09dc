import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { MINUTE, SECOND } from '#lib/time.ts'

import { type Action, billingActions, checkAction } from './actions.ts'
import { stateInfo } from './states.ts'

/** The actions on an instance whose request says nothing but which one, and those that name a port. */
export const actionsWithoutArguments = billingActions
export const portActions = ['openPort', 'closePort'] as const satisfies readonly Action[]

/** What somebody asks the service to do: plain data without secrets, so that it can be stored, shown and sent again. */
export type OperationRequest = {
  /** Empty for a create: the service has not given one yet. */
  uuid: string
  /** The instance's name when it was asked for. */
  name: string
} &
  /** `prefill` is the S3 path that the instance is filled from (API page, create); `hasSecrets` says that secrets go along, and not which. */
  (
    | { action: 'create'; prefill?: string | undefined; hasSecrets?: boolean }
    | { action: (typeof actionsWithoutArguments)[number] }
    | { action: 'rename'; to: string }
    | { action: 'resize'; to: Omit<UpdateBody, 'name'> }
    | { action: (typeof portActions)[number]; port: number }
  )
export type OperationAction = OperationRequest['action']

/** Whether the instance shows what was asked for: not yet, as asked, or that it will not come about. */
export type Effect = 'pending' | 'confirmed' | 'failed'

export interface OperationInfo {
  /** While it goes on: "Stopping rna-atlas…". */
  doing: string
  /** Once it is done: "rna-atlas was stopped". */
  done: string
  /** How long it may take before the app says that it did not happen. Milliseconds. */
  within: number
  /** What of the instance it changes. Two that change the same wait for each other; everything waits for a delete; a port has its own rule. */
  changes: 'run' | 'name' | 'everything' | 'nothing'
}

const infos: Record<OperationAction, OperationInfo> = {
  create: { doing: 'Creating', done: 'created', within: 5 * MINUTE, changes: 'nothing' },
  stop: { doing: 'Stopping', done: 'stopped', within: 3 * MINUTE, changes: 'run' },
  restart: { doing: 'Restarting', done: 'restarted', within: 5 * MINUTE, changes: 'run' },
  delete: { doing: 'Deleting', done: 'deleted', within: 3 * MINUTE, changes: 'everything' },
  rename: { doing: 'Renaming', done: 'renamed', within: 30 * SECOND, changes: 'name' },
  resize: { doing: 'Resizing', done: 'resized', within: 3 * MINUTE, changes: 'run' },
  openPort: { doing: 'Opening a port of', done: 'opened', within: 30 * SECOND, changes: 'nothing' },
  closePort: { doing: 'Closing a port of', done: 'closed', within: 30 * SECOND, changes: 'nothing' },
}

/** How the operations of an action are told of, how long they may take, and what they stand in the way of. */
export const operationInfo = (action: OperationAction): OperationInfo => infos[action]

const hasSize = (seen: Instance, { n_vcpus, mem_gib, disk_size_gib }: Omit<UpdateBody, 'name'>): boolean =>
  (n_vcpus ?? seen.n_vcpus) === seen.n_vcpus &&
  (mem_gib ?? seen.mem_gib) === seen.mem_gib &&
  (disk_size_gib ?? seen.disk_size_gib) === seen.disk_size_gib

const isAsAsked = (request: OperationRequest, seen: Instance): boolean => {
  const { kind } = stateInfo(seen.state)
  switch (request.action) {
    case 'create':
      return true
    case 'restart':
      return kind === 'running'
    case 'stop':
      return kind === 'stopped'
    case 'delete':
      // One that is gone has been told apart before.
      return false
    case 'rename':
      return seen.name === request.to
    case 'resize':
      return hasSize(seen, request.to) && kind !== 'transition'
    default:
      return seen.wan_ports.includes(request.port) === (request.action === 'openPort')
  }
}

/**
 * The one rule for "is it done", given the latest reading of the instance (`undefined`: the service no longer has it). A restart is
 * done when the instance runs, however many states it passes on the way; a resize when it has its size and rests.
 */
export const effectOf = (request: OperationRequest, latest: Instance | undefined): Effect => {
  if (latest === undefined || latest.state === 'deleted')
    return request.action === 'delete' ? 'confirmed' : 'failed'
  if (isAsAsked(request, latest)) return 'confirmed'
  // In error, only what could still be asked of the instance can still come about.
  const isPossible =
    latest.state !== 'error' || request.action === 'create' || checkAction(request.action, latest).allowed
  return isPossible ? 'pending' : 'failed'
}

/** Why an action has to wait for an operation under way on the same instance; undefined where it need not. */
export const blockedBy = (underWay: OperationRequest, action: Action, port?: number): string | undefined => {
  if ('port' in underWay)
    return (action === 'openPort' || action === 'closePort') && underWay.port === port
      ? `Port ${port} is being ${infos[underWay.action].done} already.`
      : undefined
  const { changes, done } = infos[underWay.action]
  if (changes === 'everything') return `It is being ${done}.`
  const isSame = changes !== 'nothing' && action !== 'stats' && infos[action].changes === changes
  return isSame ? `It is being ${done}; wait until that is done.` : undefined
}

import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { MINUTE, SECOND } from '#lib/time.ts'

import { type Action, actions } from './actions.ts'
import { stateInfo } from './states.ts'

/** What somebody asks the service to do: plain data without secrets, so that it can be kept, shown and sent again. */
export type OperationRequest = {
  /** Empty for a create: the service has not given one yet. */
  uuid: string
  /** The instance's name when it was asked for. */
  name: string
} & (
  | { action: 'create' | 'stop' | 'restart' | 'delete' }
  | { action: 'rename'; to: string }
  | { action: 'resize'; to: Omit<UpdateBody, 'name'> }
  | { action: 'openPort' | 'closePort'; port: number }
)
export type OperationAction = OperationRequest['action']

/** Whether the instance shows what was asked for: not yet, as asked, or that it will not come about. */
export type Effect = 'pending' | 'confirmed' | 'failed'

export interface Course {
  /** While it goes on: "Stopping rna-atlas…". */
  doing: string
  /** Once it is done: "rna-atlas was stopped". */
  done: string
  /** How long it may take before the app says that it did not happen. Milliseconds. */
  within: number
}

const courses: Record<OperationAction, Course> = {
  create: { doing: 'Creating', done: 'created', within: 5 * MINUTE },
  stop: { doing: 'Stopping', done: 'stopped', within: 3 * MINUTE },
  restart: { doing: 'Restarting', done: 'restarted', within: 5 * MINUTE },
  delete: { doing: 'Deleting', done: 'deleted', within: 3 * MINUTE },
  rename: { doing: 'Renaming', done: 'renamed', within: 30 * SECOND },
  resize: { doing: 'Resizing', done: 'resized', within: 3 * MINUTE },
  openPort: { doing: 'Opening a port of', done: 'opened', within: 30 * SECOND },
  closePort: { doing: 'Closing a port of', done: 'closed', within: 30 * SECOND },
}

/** How the operations of an action are told of, and how long they may take. */
export const courseOf = (action: OperationAction): Course => courses[action]

const hasSize = (seen: Instance, { n_vcpus, mem_gib, disk_size_gib }: Omit<UpdateBody, 'name'>): boolean =>
  (n_vcpus ?? seen.n_vcpus) === seen.n_vcpus &&
  (mem_gib ?? seen.mem_gib) === seen.mem_gib &&
  (disk_size_gib ?? seen.disk_size_gib) === seen.disk_size_gib

/** Actions that an instance in error cannot finish any more. */
const endedByError: ReadonlySet<OperationAction> = new Set(['stop', 'restart', 'resize'])

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
      return kind === 'deleted'
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
  return latest.state === 'error' && endedByError.has(request.action) ? 'failed' : 'pending'
}

const power: readonly Action[] = ['stop', 'restart', 'resize']

/** What waits for an operation under way; everything else may follow at once. */
const blocks: Record<OperationAction, readonly Action[]> = {
  create: [],
  stop: power,
  restart: power,
  resize: power,
  rename: ['rename'],
  delete: actions,
  openPort: [],
  closePort: [],
}

/** Why an action has to wait for an operation under way on the same instance; undefined where it need not. */
export const blockedBy = (underWay: OperationRequest, action: Action, port?: number): string | undefined => {
  if ('port' in underWay)
    return (action === 'openPort' || action === 'closePort') && underWay.port === port
      ? `Port ${port} is being ${courses[underWay.action].done} already.`
      : undefined
  if (!blocks[underWay.action].includes(action)) return undefined
  const said = `It is being ${courses[underWay.action].done}`
  return underWay.action === 'delete' ? `${said}.` : `${said}; wait until that is done.`
}

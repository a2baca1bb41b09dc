import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { formatDuration } from '#lib/format.ts'
import { MINUTE, SECOND } from '#lib/time.ts'

import { stateInfo } from './states.ts'

/** An act the service has accepted, and what it promises; plain data, so that it can be kept and shown across pages. */
export type PendingAct = {
  uuid: string
  /** The instance's name when the act was asked for. */
  name: string
  /** When the service accepted it (ms since the epoch). */
  since: number
} & (
  | { kind: 'create' | 'stop' | 'restart' | 'delete' }
  | { kind: 'rename'; to: string }
  | { kind: 'resize'; to: Omit<UpdateBody, 'name'> }
  | { kind: 'openPort' | 'closePort'; port: number }
)

export interface PendingStatus {
  status: 'pending' | 'done' | 'failed' | 'overdue'
  /** What to tell the person: what happened, what was not done, what next. */
  sentence: string
}

/** What an act is called while it goes on, and how long it may take before the app says that it did not happen. */
const courses: Record<PendingAct['kind'], { doing: string; within: number }> = {
  create: { doing: 'Starting', within: 15 * MINUTE },
  stop: { doing: 'Stopping', within: 3 * MINUTE },
  restart: { doing: 'Restarting', within: 5 * MINUTE },
  delete: { doing: 'Deleting', within: 3 * MINUTE },
  rename: { doing: 'Renaming', within: 30 * SECOND },
  resize: { doing: 'Resizing', within: 3 * MINUTE },
  openPort: { doing: 'Opening a port of', within: 30 * SECOND },
  closePort: { doing: 'Closing a port of', within: 30 * SECOND },
}

/** Whether the instance is as the act promised. */
const isKept = (act: PendingAct, instance: Instance): boolean => {
  const { kind } = stateInfo(instance.state)
  switch (act.kind) {
    case 'create':
    case 'restart':
      return kind === 'running'
    case 'stop':
      return kind === 'stopped'
    case 'delete':
      return kind === 'deleted'
    case 'rename':
      return instance.name === act.to
    case 'resize':
      return (
        (act.to.n_vcpus ?? instance.n_vcpus) === instance.n_vcpus &&
        (act.to.mem_gib ?? instance.mem_gib) === instance.mem_gib &&
        (act.to.disk_size_gib ?? instance.disk_size_gib) === instance.disk_size_gib &&
        kind !== 'transition'
      )
    default:
      return instance.wan_ports.includes(act.port) === (act.kind === 'openPort')
  }
}

const doneSentence = (act: PendingAct): string => {
  switch (act.kind) {
    case 'create':
      return `${act.name} is running.`
    case 'restart':
      return `${act.name} is running again.`
    case 'stop':
      return `${act.name} is stopped. Compute billing has ended; storage billing goes on.`
    case 'delete':
      return `${act.name} is deleted. Billing has ended.`
    case 'rename':
      return `${act.name} is now called ${act.to}.`
    case 'resize':
      return `${act.name} has its new size.`
    default:
      return `Port ${act.port} of ${act.name} is ${act.kind === 'openPort' ? 'open' : 'closed'}.`
  }
}

/** "Stopping…": what to show in place of the state while an act on it is pending. */
export const pendingWord = (act: PendingAct): string => `${courses[act.kind].doing.replace(/ .*/, '')}…`

/**
 * How an accepted act stands, given the latest answer about its instance (`undefined`: the service no longer has it). An act is
 * done only when the instance says so; after its usual time it is overdue, and the app says that it did not happen.
 */
export const pendingStatus = (act: PendingAct, latest: Instance | undefined, now: number): PendingStatus => {
  const { doing, within } = courses[act.kind]
  const isGone = latest === undefined || latest.state === 'deleted'
  if (isGone)
    return act.kind === 'delete'
      ? { status: 'done', sentence: doneSentence(act) }
      : { status: 'failed', sentence: `${act.name} was deleted meanwhile.` }
  if (isKept(act, latest)) return { status: 'done', sentence: doneSentence(act) }
  const { kind, phrase } = stateInfo(latest.state)
  if (latest.state === 'error' && act.kind !== 'delete')
    return { status: 'failed', sentence: `${act.name} is in error: it could not be done.` }
  const elapsed = now - act.since
  if (elapsed < within) return { status: 'pending', sentence: `${doing} ${act.name}…` }
  const still = kind === 'unknown' ? phrase : `still ${phrase}`
  return {
    status: 'overdue',
    sentence: `${doing} ${act.name} was accepted ${formatDuration(elapsed)} ago and is not done; it is ${still}. Look again, or repeat the request.`,
  }
}

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
  | { act: 'stop' | 'restart' | 'delete' }
  | { act: 'rename'; to: string }
  | { act: 'resize'; to: Omit<UpdateBody, 'name'> }
  | { act: 'openPort' | 'closePort'; port: number }
)

export interface PendingStatus {
  status: 'pending' | 'done' | 'failed' | 'overdue'
  /** What to tell the person: what happened, what was not done, what next. */
  sentence: string
}

/** What an act is called while it goes on, and how long it may take before the app says that it did not happen. */
const courses: Record<PendingAct['act'], { doing: string; within: number }> = {
  stop: { doing: 'Stopping', within: 3 * MINUTE },
  restart: { doing: 'Restarting', within: 5 * MINUTE },
  delete: { doing: 'Deleting', within: 3 * MINUTE },
  rename: { doing: 'Renaming', within: 30 * SECOND },
  resize: { doing: 'Resizing', within: 3 * MINUTE },
  openPort: { doing: 'Opening a port of', within: 30 * SECOND },
  closePort: { doing: 'Closing a port of', within: 30 * SECOND },
}

/** Acts that an instance in error cannot finish any more. */
const endedByError: ReadonlySet<PendingAct['act']> = new Set(['stop', 'restart', 'resize'])

/** Whether the instance is as the act promised. */
const isKept = (pending: PendingAct, instance: Instance): boolean => {
  const { kind } = stateInfo(instance.state)
  switch (pending.act) {
    case 'restart':
      return kind === 'running'
    case 'stop':
      return kind === 'stopped'
    case 'delete':
      return kind === 'deleted'
    case 'rename':
      return instance.name === pending.to
    case 'resize':
      return (
        (pending.to.n_vcpus ?? instance.n_vcpus) === instance.n_vcpus &&
        (pending.to.mem_gib ?? instance.mem_gib) === instance.mem_gib &&
        (pending.to.disk_size_gib ?? instance.disk_size_gib) === instance.disk_size_gib &&
        kind !== 'transition'
      )
    default:
      return instance.wan_ports.includes(pending.port) === (pending.act === 'openPort')
  }
}

const doneSentence = (pending: PendingAct): string => {
  switch (pending.act) {
    case 'restart':
      return `${pending.name} is running again.`
    case 'stop':
      return `${pending.name} has stopped. Compute billing has ended; storage billing goes on.`
    case 'delete':
      return `${pending.name} is deleted. Billing has ended.`
    case 'rename':
      return `${pending.name} is now called ${pending.to}.`
    case 'resize':
      return `${pending.name} has its new size.`
    default:
      return `Port ${pending.port} of ${pending.name} is ${pending.act === 'openPort' ? 'open' : 'closed'}.`
  }
}

/**
 * How an accepted act stands, given the latest answer about its instance (`undefined`: the service no longer has it). An act is
 * done only when the instance says so; after its usual time it is overdue, and the app says that it did not happen.
 */
export const pendingStatus = (
  pending: PendingAct,
  latest: Instance | undefined,
  now: number,
): PendingStatus => {
  const { doing, within } = courses[pending.act]
  const isGone = latest === undefined || latest.state === 'deleted'
  if (isGone)
    return pending.act === 'delete'
      ? { status: 'done', sentence: doneSentence(pending) }
      : { status: 'failed', sentence: `${pending.name} was deleted meanwhile.` }
  if (isKept(pending, latest)) return { status: 'done', sentence: doneSentence(pending) }
  const { kind, phrase } = stateInfo(latest.state)
  if (latest.state === 'error' && endedByError.has(pending.act))
    return {
      status: 'failed',
      sentence: `${doing} ${pending.name} ended in error. Nothing is billed in that state; delete it, or ask Carolina Cloud.`,
    }
  const elapsed = now - pending.since
  if (elapsed < within) return { status: 'pending', sentence: `${doing} ${pending.name}…` }
  const still = kind === 'unknown' ? phrase : `still ${phrase}`
  return {
    status: 'overdue',
    sentence: `${doing} ${pending.name} was accepted ${formatDuration(elapsed)} ago and is not done; it is ${still}. Look again, or repeat the request.`,
  }
}

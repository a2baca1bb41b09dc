import type { Instance } from '#contract/instance.ts'
import { formatDuration } from '#lib/format.ts'

import { hourlyCost, isFree } from '../pricing/cost.ts'
import { operationInfo, type OperationRequest } from './operation.ts'
import { stateInfo } from './states.ts'

/** "rna-atlas was stopped", "port 443 of gateway was closed": what happened, to be negated or doubted. */
export const operationSubject = (request: OperationRequest): { subject: string; participle: string } => ({
  subject: 'port' in request ? `port ${request.port} of ${request.name}` : request.name,
  participle: operationInfo(request.action).done,
})

/** What to say when the service accepted it; null where the effect alone is worth a word, or shows by itself. */
export const acceptedText = ({
  action,
  name,
}: OperationRequest): { title: string; detail?: string } | null => {
  switch (action) {
    case 'create':
      return { title: `${name} is being created.` }
    case 'stop':
      return { title: `${name} is stopping.`, detail: 'Compute billing ends; storage billing goes on.' }
    case 'restart':
      return { title: `${name} is restarting.`, detail: 'Compute billing resumes.' }
    case 'delete':
      return { title: `${name} is deleted.`, detail: 'Billing has ended.' }
    case 'rename':
    case 'resize':
    case 'openPort':
    case 'closePort':
      return null
  }
}

/** What to say when the effect was seen. */
export const confirmedText = (request: OperationRequest): string => {
  const { name } = request
  switch (request.action) {
    case 'create':
      return `${name} was created.`
    case 'restart':
      return `${name} is running again.`
    case 'stop':
      return `${name} has stopped. Compute billing has ended; storage billing goes on.`
    case 'delete':
      return `${name} is deleted. Billing has ended.`
    case 'rename':
      return `${name} is now called ${request.to}.`
    case 'resize':
      return `${name} has its new size.`
    default:
      return `Port ${request.port} of ${name} is ${request.action === 'openPort' ? 'open' : 'closed'}.`
  }
}

/** What to say when it cannot come about any more. */
export const failedText = ({ action, name }: OperationRequest, latest: Instance | undefined): string => {
  if (latest === undefined || latest.state === 'deleted') return `${name} was deleted meanwhile.`
  const billed = isFree(hourlyCost(latest).now) ? 'Nothing is billed in that state; delete' : 'Delete'
  return `${operationInfo(action).doing} ${name} ended in error. ${billed} it, or ask Carolina Cloud.`
}

const stillText = (latest: Instance | undefined): string => {
  if (latest === undefined) return ''
  const { kind, phrase } = stateInfo(latest.state)
  return `; the instance is ${kind === 'unknown' ? phrase : `still ${phrase}`}`
}

/** What to say of an accepted operation whose effect has not been seen within its time. `elapsed` in milliseconds. */
export const overdueText = (
  { action, name }: OperationRequest,
  latest: Instance | undefined,
  elapsed: number,
): { title: string; detail: string } => ({
  title: `${operationInfo(action).doing} ${name} is not done.`,
  detail: `It was accepted ${formatDuration(elapsed)} ago${stillText(latest)}. Look again, or repeat the request.`,
})

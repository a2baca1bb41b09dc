import { operationSubject } from '#model/instance/operation-text.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import type { Operation } from './operation.ts'

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const leftBefore = 'The page was left before the service answered.'

/** What the form is opened with: it was left, and keeps no secret. */
const keptText = (request: OperationRequest): string =>
  request.action === 'create' && request.hasSecrets === true
    ? 'The form keeps what you typed, but no secrets: type those again.'
    : 'The form keeps what you typed.'

/** The form is where one goes on from, and the list is what tells. */
const createFailureText = ({ request, status, error, reason, lookUp }: Operation) => {
  const { name } = request
  if (status === 'cancelled') return { title: `${name} was not created.`, detail: reason ?? '' }
  if (lookUp?.status === 'absent')
    return {
      title: `The answer was lost, and ${name} is not in the list.`,
      detail: `As far as one can tell, nothing was created. ${keptText(request)}`,
    }
  if (status === 'unknown' || lookUp?.status === 'failed')
    return {
      title: `It is not known whether ${name} was created.`,
      detail: lookUp?.status === 'failed' ? 'The list of instances could not be read.' : leftBefore,
    }
  return status === 'rejected' && error !== null
    ? { title: `${name} was not created.`, detail: `${error.message} ${keptText(request)}` }
    : null
}

/**
 * What to tell of an operation that was refused, cancelled, or whose answer was lost: what was not done, why, and what next. Null for
 * one that is well.
 */
export const failureText = (operation: Operation): { title: string; detail: string } | null => {
  const { request, status, error, reason } = operation
  if (request.action === 'create') return createFailureText(operation)
  const { subject, participle } = operationSubject(request)
  const isPort = 'port' in request
  if (status === 'unknown')
    return {
      title: `It is not known whether ${subject} was ${participle}.`,
      detail: `${error?.message ?? leftBefore} The page is reading the instance again; look at it before you repeat this.`,
    }
  // A name stays as it is written, a port begins a sentence.
  const title = `${isPort ? capital(subject) : subject} was not ${participle}.`
  if (status === 'rejected' && error !== null)
    return { title, detail: [error.message, ...Object.values(error.fields).flat()].join(' ') }
  return status === 'cancelled' ? { title, detail: reason ?? 'Nothing was sent.' } : null
}

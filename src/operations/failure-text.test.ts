import { expect, it } from 'vitest'

import { ApiError, httpError } from '#api/api-error.ts'
import { readErrorBody } from '#contract/errors.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import { failureText } from './failure-text.ts'
import type { Operation } from './operation.ts'

const box = { uuid: 'u', name: 'rna-atlas' }
const stop: OperationRequest = { ...box, action: 'stop' }
const close: OperationRequest = { ...box, action: 'closePort', port: 443 }
const create: OperationRequest = { uuid: '', name: 'rna-atlas', action: 'create' }

const operation = (request: OperationRequest, more: Partial<Operation>): Operation => ({
  id: 1,
  request,
  status: 'rejected',
  answeredAt: 0,
  error: null,
  reason: null,
  runId: null,
  lookUp: null,
  wasLost: false,
  ...more,
})

const refusal = httpError(400, readErrorBody({ detail: 'It is busy.' }), null)
const byField = httpError(
  400,
  readErrorBody({ detail: 'Not accepted.', port: ['Taken.'], x: ['No.', 'Never.'] }),
  null,
)
const lost = new ApiError({ kind: 'network', message: 'The service could not be reached.' })
const left = 'The page was left before the service answered.'
const look = 'The page is reading the instance again; look at it before you repeat this.'

it.each([
  ['refused', stop, { error: refusal }, 'rna-atlas was not stopped.', 'It is busy.'],
  [
    'refused for its fields',
    close,
    { error: byField },
    'Port 443 of rna-atlas was not closed.',
    'Not accepted. Taken. No. Never.',
  ],
  [
    'lost',
    stop,
    { status: 'unknown', error: lost },
    'It is not known whether rna-atlas was stopped.',
    `The service could not be reached. ${look}`,
  ],
  [
    'lost with the page',
    close,
    { status: 'unknown' },
    'It is not known whether port 443 of rna-atlas was closed.',
    `${left} ${look}`,
  ],
  [
    'held back',
    stop,
    { status: 'cancelled', reason: 'It was held back.' },
    'rna-atlas was not stopped.',
    'It was held back.',
  ],
  ['not sent', stop, { status: 'cancelled' }, 'rna-atlas was not stopped.', 'Nothing was sent.'],
  [
    'a create that is refused',
    create,
    { error: refusal },
    'rna-atlas was not created.',
    'It is busy. The form keeps what you typed.',
  ],
  [
    'a create with secrets that is refused',
    { ...create, hasSecrets: true },
    { error: refusal },
    'rna-atlas was not created.',
    'It is busy. The form keeps what you typed, but no secrets: type those again.',
  ],
  [
    'a create that is not sent',
    create,
    { status: 'cancelled', reason: 'It was held back.' },
    'rna-atlas was not created.',
    'It was held back.',
  ],
  [
    'a create that is not sent for no reason',
    create,
    { status: 'cancelled' },
    'rna-atlas was not created.',
    '',
  ],
  [
    'a create that is not in the list',
    create,
    { status: 'unknown', error: lost, lookUp: { status: 'absent' } },
    'The answer was lost, and rna-atlas is not in the list.',
    'As far as one can tell, nothing was created. The form keeps what you typed.',
  ],
  [
    'a create whose list could not be read',
    create,
    { status: 'rejected', error: lost, lookUp: { status: 'failed', error: lost } },
    'It is not known whether rna-atlas was created.',
    'The list of instances could not be read.',
  ],
  [
    'a create that was lost with the page',
    create,
    { status: 'unknown', error: lost, lookUp: { status: 'looking' } },
    'It is not known whether rna-atlas was created.',
    left,
  ],
] as const)('%s', (_, request, more, title, detail) => {
  expect(failureText(operation(request, more))).toEqual({ title, detail })
})

it.each(['queued', 'requested', 'accepted', 'overdue', 'confirmed', 'failed', 'dismissed'] as const)(
  'nothing is told of one that is %s',
  (status) => {
    expect(failureText(operation(stop, { status }))).toBeNull()
    expect(failureText(operation(create, { status }))).toBeNull()
  },
)

it('nothing is told of a refusal that says nothing', () => {
  expect(failureText(operation(stop, {}))).toBeNull()
  expect(failureText(operation(create, {}))).toBeNull()
})

import { expect, test } from 'vitest'

import { anInstance } from './instance.fixture.ts'
import { acceptedText, confirmedText, failedText, operationSubject, overdueText } from './operation-text.ts'
import type { OperationRequest } from './operation.ts'

const asked = { uuid: 'u', name: 'atlas' }
const requests = {
  create: { ...asked, action: 'create' },
  stop: { ...asked, action: 'stop' },
  restart: { ...asked, action: 'restart' },
  delete: { ...asked, action: 'delete' },
  rename: { ...asked, action: 'rename', to: 'gateway' },
  resize: { ...asked, action: 'resize', to: { n_vcpus: 16 } },
  openPort: { ...asked, action: 'openPort', port: 443 },
  closePort: { ...asked, action: 'closePort', port: 80 },
} as const satisfies Record<string, OperationRequest>

test.each([
  ['create', 'atlas', 'created'],
  ['stop', 'atlas', 'stopped'],
  ['restart', 'atlas', 'restarted'],
  ['delete', 'atlas', 'deleted'],
  ['rename', 'atlas', 'renamed'],
  ['resize', 'atlas', 'resized'],
  ['openPort', 'port 443 of atlas', 'opened'],
  ['closePort', 'port 80 of atlas', 'closed'],
] as const)('%s: %s was %s', (action, subject, participle) => {
  expect(operationSubject(requests[action])).toEqual({ subject, participle })
})

test.each([
  ['create', 'atlas is being created.', undefined, 'atlas was created.'],
  [
    'stop',
    'atlas is stopping.',
    'Compute billing ends; storage billing goes on.',
    'atlas has stopped. Compute billing has ended; storage billing goes on.',
  ],
  ['restart', 'atlas is restarting.', 'Compute billing resumes.', 'atlas is running again.'],
  ['delete', 'atlas is deleted.', 'Billing has ended.', 'atlas is deleted. Billing has ended.'],
] as const)('%s is told when it is accepted and when it is seen', (action, title, detail, confirmed) => {
  expect(acceptedText(requests[action])).toEqual(detail === undefined ? { title } : { title, detail })
  expect(confirmedText(requests[action])).toBe(confirmed)
})

test.each([
  ['rename', 'atlas is now called gateway.'],
  ['resize', 'atlas has its new size.'],
  ['openPort', 'Port 443 of atlas is open.'],
  ['closePort', 'Port 80 of atlas is closed.'],
] as const)('%s is told when it is seen', (action, confirmed) => {
  expect(acceptedText(requests[action])).toBeNull()
  expect(confirmedText(requests[action])).toBe(confirmed)
})

test('what cannot come about any more says why, and whether the instance still costs something', () => {
  const restart = requests.restart
  expect(failedText(restart, undefined)).toBe('atlas was deleted meanwhile.')
  expect(failedText(restart, anInstance({ state: 'deleted' }))).toBe('atlas was deleted meanwhile.')
  expect(failedText(restart, anInstance({ state: 'error' }))).toBe(
    'Restarting atlas ended in error. Nothing is billed in that state; delete it, or ask Carolina Cloud.',
  )
  expect(failedText(restart, anInstance({ state: 'error', hourly_cost_usd: 0.36 }))).toBe(
    'Restarting atlas ended in error. Delete it, or ask Carolina Cloud.',
  )
})

test.each([
  [anInstance({ state: 'running' }), '; the instance is still running'],
  [anInstance({ state: 'warming_up' }), '; the instance is in the state “warming_up”'],
  [undefined, ''],
])('what is not done in its time says how the instance is', (latest, still) => {
  const { title, detail } = overdueText(requests.openPort, latest, 90_000)
  expect(title).toBe('Opening a port of atlas is not done.')
  expect(detail.replaceAll('\u00a0', ' ')).toBe(
    `It was accepted 1 min 30 s ago${still}. Look again, or repeat the request.`,
  )
})

import { expect, test } from 'vitest'

import {
  isAwaited,
  isUnconfirmed,
  isUnderWay,
  isWatched,
  type Operation,
  type OperationStatus,
  wasAccepted,
} from './operation.ts'

const statuses: readonly OperationStatus[] = [
  'queued',
  'requested',
  'accepted',
  'overdue',
  'confirmed',
  'failed',
  'rejected',
  'unknown',
  'cancelled',
  'dismissed',
]

test.each<[string, (operation: Operation) => boolean, OperationStatus[]]>([
  ['has not been answered yet', isAwaited, ['queued', 'requested']],
  ['may still be seen to happen', isWatched, ['accepted', 'overdue', 'unknown']],
  ['is under way', isUnderWay, ['queued', 'requested', 'accepted']],
  ['was accepted', wasAccepted, ['accepted', 'overdue', 'confirmed', 'failed']],
  ['can be asked for again', isUnconfirmed, ['overdue', 'unknown']],
])('what %s', (_, is, expected) => {
  const operation = (status: OperationStatus): Operation => ({
    id: 1,
    request: { action: 'stop', uuid: 'u', name: 'one' },
    status,
    answeredAt: null,
    error: null,
    reason: null,
    runId: null,
    lookUp: null,
    wasLost: false,
  })
  expect(statuses.filter((status) => is(operation(status)))).toEqual(expected)
})

import { expect, test } from 'vitest'

import { liveStates } from '#contract/vocabulary.ts'

import { billing } from './billing.ts'

test.each([
  ['provisioning', 'yes', 'yes'],
  ['running', 'yes', 'yes'],
  ['shut_off', 'no', 'yes'],
  ['exited', 'no', 'yes'],
  ['error', 'no', 'no'],
  ['deleted', 'no', 'no'],
])('%s: compute %s, storage %s, as the API page has it', (state, compute, storage) => {
  expect(billing(state)).toEqual({ compute, storage })
})

test('what the page does not say is not known', () => {
  for (const state of [...liveStates, 'warming_up', 'constructor'])
    expect(billing(state)).toEqual({ compute: 'unknown', storage: 'unknown' })
})

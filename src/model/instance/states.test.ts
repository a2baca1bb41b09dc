import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { liveStates, pageStates } from '#contract/vocabulary.ts'

import { isTransition, stateInfo, stateKinds } from './states.ts'

test('every state of the API page has its word', () => {
  expect(pageStates.map((state) => stateInfo(state).word)).toEqual([
    'Starting',
    'Running',
    'Stopped',
    'Stopped',
    'Error',
    'Deleted',
  ])
})

test('the states that pass by themselves are known, on the page and beyond it', () => {
  expect([...pageStates, ...liveStates].filter(isTransition)).toEqual([
    'provisioning',
    'migrating',
    'cloning',
    'resizing',
    'deleting',
  ])
})

test('an idle instance runs; a lost or unhealthy one needs a look', () => {
  expect(stateInfo('idle').kind).toBe('running')
  expect(stateInfo('lost').kind).toBe('error')
  expect(stateInfo('unhealthy').kind).toBe('error')
})

test('a state nobody told us of keeps its own word', () => {
  expect(stateInfo('warming_up')).toMatchObject({ kind: 'unknown', word: 'Warming up' })
  expect(stateInfo('warming_up')).toMatchObject({
    phrase: 'in the state “warming_up”',
    description: 'A state that is not described on the API page, so what it costs is not known for sure',
  })
  expect(stateInfo('constructor')).toMatchObject({ kind: 'unknown', word: 'Constructor' })
})

test('any state whatsoever has a kind and a word', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (state) => {
      expect(stateKinds).toContain(stateInfo(state).kind)
      expect(stateInfo(state).word).not.toBe('')
    }),
  )
})

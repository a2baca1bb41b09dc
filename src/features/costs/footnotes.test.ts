import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'

import { footnotes } from './footnotes.ts'

const always = ['List rates, before prepaid discounts.', 'A month is 730 hours.']

test('says what is always true, and no more where all is known', () => {
  expect(footnotes([anInstance()])).toEqual(always)
})

test('says what had no known rate in the month that is gone, once', () => {
  expect(footnotes([anInstance()], ['gpu'])).toEqual([
    ...always,
    'Since the month began, GPU had no known rate at times.',
  ])
})

test('names what is not known, and whose state is counted as running', () => {
  const gpu = { n_gpus: 1, gpu_model: 'H200', gpu_cost_hourly_usd: null }
  const fleet = [
    anInstance({ name: 'one', ...gpu }),
    anInstance({ name: 'two', ...gpu }),
    anInstance({ name: 'lost', state: 'lost' }),
  ]
  expect(footnotes(fleet)).toEqual([
    ...always,
    'The GPU rate on one and 1 more is not known.',
    'What lost costs in its state is not documented: counted as running.',
  ])
})

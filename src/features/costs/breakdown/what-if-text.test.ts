import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { whatIf } from '../what-if.ts'

import { beforeAfterText, whatIfSentences } from './what-if-text.ts'

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')
const everyone = (...instances: readonly Parameters<typeof anInstance>[0][]) => {
  const fleet = instances.map((fields) => anInstance({ uuid: fields?.name ?? '', ...fields }))
  return whatIf(fleet, new Set(fleet.map(({ uuid }) => uuid)))
}
const none = whatIf([], new Set())

test('stopping saves and starting adds, a sentence each', () => {
  const stopping = everyone({ name: 'one' }, { name: 'two' })
  const starting = everyone({ name: 'three', state: 'shut_off' })
  expect(whatIfSentences(stopping, starting).map(plain)).toEqual([
    'Stopping 2 instances saves ≈ $1,051 / month ($1.44 / h).',
    'Starting 1 instance adds ≈ $526 / month ($0.72 / h).',
  ])
  expect(beforeAfterText(stopping)).toBe('$1.64 / h now, $0.20 / h then.')
})

test('what is not known of it is said, and is never nothing', () => {
  const partly = everyone({ name: 'one', ram_cost_hourly_usd: null })
  expect(plain(whatIfSentences(partly, none)[0])).toBe(
    'Stopping 1 instance saves at least ≈ $292 / month (memory rate unknown).',
  )
  const wholly = everyone({ name: 'one', ram_cost_hourly_usd: null, vcpu_cost_hourly_usd: null })
  expect(whatIfSentences(wholly, none)).toEqual([
    'Stopping 1 instance saves an amount that is not known (vCPU and memory rates unknown).',
  ])
})

test('nothing thought of, nothing said', () => {
  expect(whatIfSentences(none, none)).toEqual([])
})

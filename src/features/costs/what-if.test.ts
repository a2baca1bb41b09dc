import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { summarizeFleet } from '#model/fleet/fleet.ts'
import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'

import { allStopped, beforeAfterText, switchable, whatIf, whatIfSentences } from './what-if.ts'

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
    'Stopping 2 instances saves ≈ $1,051 / month ($1.440 / h).',
    'Starting 1 instance adds ≈ $526 / month ($0.720 / h).',
  ])
  expect(beforeAfterText(stopping)).toBe('$1.640 / h now, $0.200 / h then.')
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

test('nothing switched, nothing said', () => {
  expect(whatIfSentences(none, none)).toEqual([])
})

const running = anInstance({ uuid: 'on' })
const stopped = anInstance({ uuid: 'off', state: 'shut_off' })
const failed = anInstance({ uuid: 'error', state: 'error' })
const fleet = [running, stopped, failed]

describe('what if', () => {
  test('what runs were stopped: it saves', () => {
    expect(whatIf(fleet, new Set(['on']))).toMatchObject({
      before: { known: usd(0.92) },
      after: { known: usd(0.2) },
      change: { known: usd(-0.72) },
      stops: 1,
      starts: 0,
    })
  })

  test('what is stopped were started: it adds', () => {
    expect(whatIf(fleet, new Set(['off', 'gone']))).toMatchObject({ change: { known: usd(0.72) }, starts: 1 })
  })

  test('what costs nothing were switched: it cannot be', () => {
    expect(switchable(failed)).toBeNull()
    expect(whatIf(fleet, new Set(['error'])).change.known).toBe(0n)
  })

  test('a GPU of unknown price were stopped: it saves more than is known', () => {
    const gpu = { ...running, n_gpus: 1, gpu_model: 'H200', gpu_cost_hourly_usd: null }
    expect(whatIf([gpu], new Set(['on'])).change).toMatchObject({ known: usd(-0.72), unknown: ['gpu'] })
  })
})

const anyFleet = fc.uniqueArray(anyInstance, { selector: ({ uuid }) => uuid })

test('nothing ticked changes nothing, and before and change always make after', () => {
  fc.assert(
    fc.property(anyFleet, fc.func(fc.boolean()), (instances, isTicked) => {
      expect(whatIf(instances, new Set()).after).toEqual(summarizeFleet(instances).now)
      const ticked = new Set(instances.map(({ uuid }) => uuid).filter(isTicked))
      const { before, after, change } = whatIf(instances, ticked)
      expect(before.known + change.known).toBe(after.known)
    }),
  )
})

test('with all that runs ticked, it is the projection of everything stopped', () => {
  fc.assert(
    fc.property(anyFleet, (instances) => {
      const on = instances.filter((instance) => switchable(instance) === 'stop')
      expect(whatIf(instances, new Set(on.map(({ uuid }) => uuid))).after).toEqual(allStopped(instances))
    }),
  )
})

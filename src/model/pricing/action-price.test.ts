import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { actionPrice, actionPriceText, bulkPrice, noCost, resizePrice } from './action-price.ts'
import { hourlyCost } from './cost.ts'
import { type BillingAction, billingActions as actions } from '../instance/actions.ts'
import { anInstance, anyInstance } from '../instance/instance.fixture.ts'

/** $0.72 compute and $0.10 disk an hour. */
const vm = anInstance()
const stopped = anInstance({ state: 'shut_off' })
const told = (action: BillingAction, instance = vm): string =>
  actionPriceText(action, actionPrice(action, instance)).replaceAll('\u00a0', ' ')

describe('before an action', () => {
  test('stop says what ends and what goes on', () => {
    expect(actionPrice('stop', vm).change.known).toBe(usd(-0.72))
    expect(told('stop')).toBe(
      'Compute billing ends at once; storage billing goes on. The disk costs $0.100 / h, ≈ $73 / month. That saves $0.720 / h, ≈ $526 / month, for as long as it stays stopped.',
    )
  })

  test('restart says what starts', () => {
    expect(told('restart', stopped)).toBe(
      'Compute billing resumes at once: +$0.720 / h, to $0.820 / h, ≈ $599 / month.',
    )
  })

  test('delete ends everything', () => {
    expect(actionPrice('delete', stopped)).toMatchObject({ after: noCost, change: { known: usd(-0.1) } })
    expect(told('delete', stopped)).toBe(
      'All billing ends at once, storage included. That saves $0.100 / h, ≈ $73 / month.',
    )
    expect(told('delete', anInstance({ state: 'error' }))).toBe(
      'Nothing is billed for it now, so deleting it saves nothing.',
    )
  })

  test('nothing is saved by stopping what costs no more than its disk', () => {
    const ends = 'Compute billing ends at once; storage billing goes on.'
    expect(told('stop', stopped)).toBe(`${ends} The disk costs $0.100 / h, ≈ $73 / month.`)
    expect(told('stop', anInstance({ hourly_cost_usd: 0.05 }))).toBe(
      `${ends} The disk costs $0.100 / h, ≈ $73 / month.`,
    )
  })

  test('what is not known is named, and never counted as nothing', () => {
    const gpu = anInstance({ n_gpus: 1, gpu_model: 'H200', gpu_cost_hourly_usd: null })
    expect(actionPrice('stop', gpu).change.unknown).toEqual(['gpu'])
    expect(told('stop', gpu)).toBe(
      'Compute billing ends at once; storage billing goes on. The disk costs $0.100 / h, ≈ $73 / month. That saves $0.720 / h, ≈ $526 / month, for as long as it stays stopped (GPU rate unknown).',
    )
    expect(told('stop', anInstance({ storage_cost_hourly_usd: null }))).toBe(
      'Compute billing ends at once; storage billing goes on. What the disk costs is unknown. That saves $0.720 / h, ≈ $526 / month, for as long as it stays stopped.',
    )
    expect(bulkPrice('stop', [vm, gpu]).change).toMatchObject({ known: usd(-1.44), unknown: ['gpu'] })
  })

  test('several are spoken of as several', () => {
    const text = actionPriceText('stop', bulkPrice('stop', [vm, vm]), 'several').replaceAll('\u00a0', ' ')
    expect(text).toContain('Their disks cost $0.200 / h, ≈ $146 / month.')
    expect(text).toContain('for as long as they stay stopped.')
    const broken = anInstance({ state: 'error' })
    expect(actionPriceText('delete', bulkPrice('delete', [broken]), 'several')).toBe(
      'Nothing is billed for them now, so deleting them saves nothing.',
    )
  })

  test('a resize has a price while running and one while stopped', () => {
    const { running, stopped: off } = resizePrice(vm, { n_vcpus: 10, disk_size_gib: 200 })
    expect([running.before.known, running.change.known, running.after.known]).toEqual(
      [0.82, 0.2, 1.02].map(usd),
    )
    expect([off.before.known, off.change.known, off.after.known]).toEqual([0.1, 0.1, 0.2].map(usd))
    expect(resizePrice(vm, {}).running.change.known).toBe(0n)
  })
})

test('before and change make after, for any instance and any action', () => {
  fc.assert(
    fc.property(fc.array(anyInstance), fc.constantFrom(...actions), (instances, action) => {
      const { before, after, change } = bulkPrice(action, instances)
      expect(before.known + change.known).toBe(after.known)
    }),
  )
})

test('a delete ends exactly what is paid now', () => {
  fc.assert(
    fc.property(anyInstance, (instance) => {
      expect(-actionPrice('delete', instance).change.known).toBe(hourlyCost(instance).now.known)
    }),
  )
})

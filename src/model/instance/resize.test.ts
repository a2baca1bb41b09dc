import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { hourlyCost } from '../pricing/cost.ts'
import { anInstance, anyInstance } from './instance.fixture.ts'
import { costAtSize, resizeFormOf, resizeProblems, toResizeBody } from './resize.ts'

const box = anInstance({ resource_type: 'container' })
const form = resizeFormOf(box)

test('the form opens with the size there is, and nothing to send', () => {
  expect(form).toEqual({ n_vcpus: '8', mem_gib: '16', disk_size_gib: '100' })
  expect(resizeProblems(form, box)).toEqual([])
  expect(toResizeBody(form, box)).toBeNull()
})

test('only what changes is sent', () => {
  expect(toResizeBody({ ...form, n_vcpus: ' 16 ' }, box)).toEqual({ n_vcpus: 16 })
  expect(toResizeBody({ n_vcpus: '4', mem_gib: '8', disk_size_gib: '200' }, box)).toEqual({
    n_vcpus: 4,
    mem_gib: 8,
    disk_size_gib: 200,
  })
})

test('a new value has to be within the limits; what is there already need not be', () => {
  expect(resizeProblems({ ...form, n_vcpus: '257', mem_gib: 'lots' }, box).map(({ field }) => field)).toEqual(
    ['n_vcpus', 'mem_gib'],
  )
  const large = { ...box, mem_gib: 768 }
  expect(resizeProblems(resizeFormOf(large), large)).toEqual([])
})

test('a price at another size goes by the instance’s own rates', () => {
  // 8 × 0.05 + 16 × 0.02 + 100 × 0.001 = 0.82; four vCPUs more make 1.02, and 100 GiB of disk more 0.92.
  expect(costAtSize(box, { n_vcpus: 12 }).running.known).toBe(usd(1.02))
  expect(costAtSize(box, { n_vcpus: 12 }).stopped.known).toBe(usd(0.1))
  expect(costAtSize(box, { disk_size_gib: 200 }).stopped.known).toBe(usd(0.2))
})

test('a surcharge in the service’s own total stays', () => {
  expect(costAtSize({ ...box, hourly_cost_usd: 1 }, { n_vcpus: 12 }).running.known).toBe(usd(1.2))
})

test('a change at an unknown rate has an unknown price', () => {
  expect(costAtSize({ ...box, vcpu_cost_hourly_usd: null }, { n_vcpus: 12 }).running.unknown).toEqual([
    'vcpu',
  ])
  const totalled = { ...box, vcpu_cost_hourly_usd: null, hourly_cost_usd: 1 }
  expect(costAtSize(totalled, { n_vcpus: 12 }).running.unknown).toEqual(['vcpu'])
  expect(costAtSize(totalled, { mem_gib: 32 }).running.unknown).toEqual([])
})

test('where the service sends no total of its own, the price is that of an instance of the new size', () => {
  fc.assert(
    fc.property(
      anyInstance,
      fc.integer({ min: 1, max: 256 }),
      fc.integer({ min: 1, max: 512 }),
      (odd, vcpus, memory) => {
        const instance = { ...odd, hourly_cost_usd: null, n_vcpus: 2, mem_gib: 4 }
        const size = { n_vcpus: vcpus, mem_gib: memory }
        const { running, stopped } = costAtSize(instance, size)
        const resized = hourlyCost({ ...instance, ...size })
        expect(running.known).toBe(resized.running.known)
        expect(stopped.known).toBe(resized.stopped.known)
      },
    ),
  )
})

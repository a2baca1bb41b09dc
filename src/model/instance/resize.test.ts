import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { hourlyCost } from '../pricing/cost.ts'
import { anInstance, anyInstance } from './instance.fixture.ts'
import { costAtSize, resizeFormOf, resizeProblems, sizeProblem, toResizeBody } from './resize.ts'

const box = anInstance({ resource_type: 'container' })
const form = resizeFormOf(box)

test('the form opens with the size there is, and nothing to send', () => {
  expect(form).toEqual({ n_vcpus: '8', mem_gib: '16', disk_size_gib: '100' })
  expect(resizeProblems(form, box)).toEqual([])
  expect(toResizeBody(form, box)).toBeNull()
  const silent = { ...box, n_vcpus: null, mem_gib: null, disk_size_gib: null }
  expect(resizeFormOf(silent)).toEqual({ n_vcpus: '', mem_gib: '', disk_size_gib: '' })
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
  expect(resizeProblems({ ...resizeFormOf(large), mem_gib: ' 768 ' }, large)).toEqual([])
})

test.each([
  ['n_vcpus', '1', null],
  ['n_vcpus', '256', null],
  ['n_vcpus', '0', 'vCPUs can be 1 to 256.'],
  ['n_vcpus', '257', 'vCPUs can be 1 to 256.'],
  ['mem_gib', '1.5', 'Memory: enter a whole number, 1 to 512 GiB.'],
  ['disk_size_gib', '9', 'Disk can be 10 to 2,000 GiB.'],
] as const)('%s of %s: %s', (field, text, problem) => {
  expect(sizeProblem(field, text)).toBe(problem)
})

test('a price at another size goes by the instance’s own rates', () => {
  // 8 × 0.05 + 16 × 0.02 + 100 × 0.001 = 0.82; four vCPUs more make 1.02, and 100 GiB of disk more 0.92.
  expect(costAtSize(box, { n_vcpus: 12 }).running.after.known).toBe(usd(1.02))
  expect(costAtSize(box, { n_vcpus: 12 }).stopped.after.known).toBe(usd(0.1))
  expect(costAtSize(box, { disk_size_gib: 200 }).stopped.after.known).toBe(usd(0.2))
})

test('a surcharge in the service’s own total is unknown at another size, unless it is Sentieon’s', () => {
  const { after, change } = costAtSize({ ...box, hourly_cost_usd: 1 }, { n_vcpus: 12 }).running
  expect(after).toMatchObject({ known: usd(1.02), unknown: ['other'] })
  expect(change).toMatchObject({ known: usd(0.02), unknown: ['other'] })
  const genomics = { ...box, flavor: 'genomics', hourly_cost_usd: 1 }
  expect(costAtSize(genomics, { n_vcpus: 12 }).running.after).toMatchObject({ known: usd(1.2), unknown: [] })
})

test('a surcharge that an unknown rate explains stays as it is at another size of another part', () => {
  const open = { ...box, vcpu_cost_hourly_usd: null, ram_cost_hourly_usd: null, hourly_cost_usd: 1 }
  const { after, change } = costAtSize(open, { disk_size_gib: 200 }).running
  expect(after).toEqual({ known: usd(1.1), unknown: [], assumed: false })
  expect(change).toEqual({ known: usd(0.1), unknown: [], assumed: false })
  const same = costAtSize(open, { n_vcpus: 8 }).running
  expect([same.change.known, same.change.unknown]).toEqual([0n, []])
})

test('a discount in the service’s own total shrinks with the price', () => {
  const { after } = costAtSize(
    { ...box, hourly_cost_usd: 0.41 },
    { n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 },
  ).running
  // Half of 0.05 + 0.02 + 0.01.
  expect(after).toMatchObject({ known: usd(0.04), unknown: [] })
})

test('a change that goes two ways says what of it is unknown', () => {
  const half = { ...box, vcpu_cost_hourly_usd: null }
  const { change } = costAtSize(half, { n_vcpus: 64, mem_gib: 8 }).running
  expect(change).toMatchObject({ known: usd(-0.16), unknown: ['vcpu'] })
})

test('no price is below zero, none changes by itself, and the change leads from one to the other', () => {
  const size = fc.integer({ min: 1, max: 256 })
  fc.assert(
    fc.property(anyInstance, size, size, (instance, n_vcpus, mem_gib) => {
      const cost = hourlyCost(instance)
      const resized = costAtSize(instance, { n_vcpus, mem_gib, disk_size_gib: n_vcpus })
      const same = costAtSize(instance, {})
      for (const which of ['running', 'stopped'] as const) {
        expect(resized[which].after.known).toBeGreaterThanOrEqual(0n)
        expect(cost[which].known + resized[which].change.known).toBe(resized[which].after.known)
        expect(same[which].after.known).toBe(cost[which].known)
      }
    }),
  )
})

test('a change at an unknown rate has an unknown price', () => {
  expect(costAtSize({ ...box, vcpu_cost_hourly_usd: null }, { n_vcpus: 12 }).running.after.unknown).toEqual([
    'vcpu',
  ])
  const totalled = { ...box, vcpu_cost_hourly_usd: null, hourly_cost_usd: 1 }
  expect(costAtSize(totalled, { n_vcpus: 12 }).running.after.unknown).toEqual(['vcpu'])
  expect(costAtSize(totalled, { mem_gib: 32 }).running.after.unknown).toEqual([])
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
        expect(running.after.known).toBe(resized.running.known)
        expect(stopped.after.known).toBe(resized.stopped.known)
      },
    ),
  )
})

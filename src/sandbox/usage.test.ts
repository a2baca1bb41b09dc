import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { habits } from './machine.ts'
import { usage } from './usage.ts'

const machine = (habit: (typeof habits)[number], uuid = 'a1b2c3d4') => ({
  uuid,
  habit,
  mem_gib: 64,
  disk_size_gib: 500,
  created: 0,
})

const minute = 60_000
const day = 1440 * minute

const every = (ms: number, until: number) =>
  Array.from({ length: Math.floor(until / ms) }, (_, index) => index * ms)

const moments = fc.record({
  habit: fc.constantFrom(...habits),
  uuid: fc.uuid(),
  now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
})

describe('usage', () => {
  it('is a function of seed, uuid and time', () => {
    fc.assert(
      fc.property(moments, ({ habit, uuid, now }) => {
        expect(usage('seed', machine(habit, uuid), now)).toEqual(usage('seed', machine(habit, uuid), now))
      }),
    )
  })

  it('differs between seeds and between machines', () => {
    const cpu = (seed: string, uuid: string) => usage(seed, machine('steady', uuid), day).cpu_percent
    expect(new Set([cpu('one', 'a'), cpu('two', 'a'), cpu('one', 'b')]).size).toBe(3)
  })

  it('stays within what the machine has', () => {
    fc.assert(
      fc.property(moments, ({ habit, uuid, now }) => {
        const { cpu_percent, mem_used_gib, disk_used_gib } = usage('seed', machine(habit, uuid), now)
        expect(cpu_percent).toBeGreaterThanOrEqual(0)
        expect(cpu_percent).toBeLessThanOrEqual(100)
        expect(mem_used_gib).toBeLessThanOrEqual(64)
        expect(disk_used_gib).toBeLessThanOrEqual(500)
      }),
    )
  })

  it('does not jump within a second', () => {
    fc.assert(
      fc.property(moments, ({ habit, uuid, now }) => {
        const before = usage('seed', machine(habit, uuid), now)
        const after = usage('seed', machine(habit, uuid), now + 1000)
        expect(Math.abs(after.cpu_percent - before.cpu_percent)).toBeLessThan(10)
        expect(Math.abs(after.mem_used_gib - before.mem_used_gib)).toBeLessThan(1)
      }),
    )
  })

  it('keeps an idle machine under 5 % CPU all day', () => {
    for (const now of every(minute, day))
      expect(usage('seed', machine('idle'), now).cpu_percent).toBeLessThan(5)
  })

  it('lets notebooks rest most of the time and genomics work hard', () => {
    const mean = (habit: (typeof habits)[number]) => {
      const loads = every(minute, day).map((now) => usage('seed', machine(habit), now).cpu_percent)
      return loads.reduce((sum, load) => sum + load, 0) / loads.length
    }
    expect(mean('notebook')).toBeLessThan(30)
    expect(mean('phases')).toBeGreaterThan(60)
  })

  it('lets a leak fill the memory', () => {
    const used = every(10 * minute, day).map((now) => usage('seed', machine('leak'), now).mem_used_gib)
    expect(Math.max(...used)).toBeGreaterThan(58)
    expect(Math.min(...used)).toBeLessThan(20)
  })
})

import type { StatsWire } from '#contract/wire.ts'

import { share } from './hash.ts'
import type { Habit, Machine } from './machine.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const smooth = (x: number): number => x * x * (3 - 2 * x)

/** A number from 0 to 1 that wanders with time and never jumps: random at each whole period, eased in between. */
const wander = (seed: string, period: number, now: number): number => {
  const step = Math.floor(now / period)
  const from = share(seed, step)
  const to = share(seed, step + 1)
  return from + (to - from) * smooth(now / period - step)
}

/** 0 below `from`, 1 above `to`, and eased in between. */
const ramp = (x: number, from: number, to: number): number =>
  smooth(Math.min(1, Math.max(0, (x - from) / (to - from))))

const mix = (a: number, b: number, part: number): number => a + (b - a) * part

interface Load {
  /** CPU in percent of all vCPUs. */
  cpu: number
  /** Memory as a part of all memory. */
  memory: number
}

/** A leak fills the memory in about six hours, and is then restarted within minutes. */
const leak = (seed: string, now: number): number => {
  const period = 6 * hour
  const phase = (now / period + share(seed, 'phase')) % 1
  return phase < 0.98 ? mix(0.22, 0.96, phase / 0.98) : mix(0.96, 0.22, smooth((phase - 0.98) / 0.02))
}

const loads: Record<Habit, (seed: string, now: number) => Load> = {
  idle: (seed, now) => ({
    cpu: mix(0.6, 3.4, wander(`${seed}/cpu`, 40_000, now)),
    memory: mix(0.3, 0.34, wander(`${seed}/mem`, hour, now)),
  }),
  notebook: (seed, now) => {
    const working = ramp(wander(`${seed}/work`, 11 * minute, now), 0.6, 0.75)
    const cell = wander(`${seed}/cell`, 25_000, now)
    return {
      cpu: mix(1 + 5 * wander(`${seed}/cpu`, 20_000, now), 15 + 60 * cell, working),
      memory: mix(0.18, 0.55, wander(`${seed}/mem`, 45 * minute, now)),
    }
  },
  steady: (seed, now) => ({
    cpu: 24 + 34 * wander(`${seed}/slow`, 6 * minute, now) + 12 * wander(`${seed}/fast`, 15_000, now),
    memory: mix(0.35, 0.62, wander(`${seed}/mem`, 30 * minute, now)),
  }),
  phases: (seed, now) => {
    const aligning = ramp(wander(`${seed}/phase`, 7 * minute, now), 0.3, 0.42)
    const jitter = wander(`${seed}/fast`, 12_000, now)
    return {
      cpu: mix(28 + 16 * jitter, 88 + 10 * jitter, aligning),
      memory: mix(0.4, 0.85, wander(`${seed}/mem`, 14 * minute, now)),
    }
  },
  leak: (seed, now) => ({
    cpu: 8 + 14 * wander(`${seed}/cpu`, 30_000, now),
    memory: leak(seed, now),
  }),
}

/** Data comes in for some weeks after the start, then the disk changes little. */
const diskUsed = (seed: string, total: number, age: number): number => {
  const system = Math.min(3.6, total * 0.4)
  const filled = (total - system) * mix(0.08, 0.8, share(seed, 'disk'))
  return system + filled * (1 - Math.exp(-Math.max(0, age) / (9 * day)))
}

const rounded = (value: number): number => Math.round(value * 10) / 10

/**
 * What a running machine uses at `now` (ms): a function of the seed, its uuid and the time, so that everyone who asks at one
 * moment sees the same, and a chart goes on after a reload as if nothing had been.
 */
export const usage = (
  seed: string,
  machine: Pick<Machine, 'uuid' | 'habit' | 'mem_gib' | 'disk_size_gib' | 'created'>,
  now: number,
): StatsWire => {
  const own = `${seed}/${machine.uuid}`
  const { cpu, memory } = loads[machine.habit](own, now)
  return {
    cpu_percent: rounded(Math.min(100, cpu)),
    mem_used_gib: rounded(machine.mem_gib * memory),
    mem_total_gib: machine.mem_gib,
    disk_used_gib: rounded(diskUsed(own, machine.disk_size_gib, now - machine.created)),
    disk_total_gib: machine.disk_size_gib,
  }
}

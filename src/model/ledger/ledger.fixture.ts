import * as fc from 'fast-check'

import type { Instance } from '#contract/instance.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

import { anInstance } from '../instance/instance.fixture.ts'
import { observe, type Sighting } from './observe.ts'
import { emptyLedger, type Ledger, OBSERVED_LIMIT } from './ledger.ts'

export const start = Date.UTC(2026, 10, 2, 9, 30)
export const end = start + 20 * HOUR

/** $0.61 an hour while running, $0.05 while stopped. */
export const atlas = anInstance({
  uuid: 'atlas',
  name: 'rna-atlas',
  resource_type: 'container',
  n_vcpus: 16,
  mem_gib: 64,
  disk_size_gib: 500,
  created_at: new Date(start).toISOString(),
  vcpu_cost_hourly_usd: 0.015,
  ram_cost_hourly_usd: 0.005,
  storage_cost_hourly_usd: 0.0001,
})

/** A sighting so many milliseconds after the start. */
export const sighting = (offset: number, instances: readonly Instance[], complete = true): Sighting => ({
  at: start + offset,
  instances,
  complete,
})

export const ledgerOf = (sightings: readonly Sighting[], from: Ledger = emptyLedger): Ledger =>
  sightings.reduce(observe, from)

/** What an instance truly was, from each time on, in order; null while it is not there. */
export interface Life {
  uuid: string
  turns: readonly { at: number; instance: Instance | null }[]
}

/** What an instance truly is at a time. */
export const instanceAt = ({ turns }: Life, at: number): Instance | null =>
  turns.findLast((turn) => turn.at <= at)?.instance ?? null

/** What a list would answer at these times (ms since the epoch). */
export const sightingsOf = (lives: readonly Life[], times: readonly number[]): Sighting[] =>
  times.map((at) => ({
    at,
    instances: lives.flatMap((life) => instanceAt(life, at) ?? []),
    complete: true,
  }))

interface LifeOptions {
  states: readonly string[]
  /** Sizes that a turn may change to, in vCPUs. */
  sizes: readonly number[]
  /** The shortest time between two turns, in ms. */
  atLeast: number
}

const aLife = (uuid: string, { states, sizes, atLeast }: LifeOptions): fc.Arbitrary<Life> =>
  fc
    .record({
      created: fc.integer({ min: -60, max: 600 }),
      turns: fc.array(
        fc.record({
          pause: fc.integer({ min: 0, max: 4 * 3600 }),
          state: fc.constantFrom(...states),
          n_vcpus: fc.constantFrom(...sizes),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      deletedAfter: fc.option(fc.integer({ min: 0, max: 4 * 3600 })),
    })
    .map(({ created, turns, deletedAfter }) => {
      let at = start + created * MINUTE
      const created_at = new Date(at).toISOString()
      const life: Life['turns'][number][] = []
      for (const { pause, state, n_vcpus } of turns) {
        life.push({ at, instance: { ...atlas, uuid, name: uuid, state, n_vcpus, created_at } })
        at += atLeast + 1 + pause * SECOND
      }
      if (deletedAfter !== null) life.push({ at: at + deletedAfter * SECOND, instance: null })
      return { uuid, turns: life }
    })

const lives = (options: LifeOptions): fc.Arbitrary<Life[]> =>
  fc.tuple(aLife('a', options), aLife('b', options))

/** Lives in any state and size, that may turn at any moment. */
export const anyLives = lives({
  states: ['running', 'exited', 'error', 'migrating', 'provisioning', 'deleted'],
  sizes: [1, 16],
  atLeast: 0,
})

/** Lives that keep their size, and each state for longer than what counts as looking on. */
export const calmLives = lives({ states: ['running', 'exited'], sizes: [16], atLeast: OBSERVED_LIMIT })

const pause = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 * SECOND }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 * HOUR }) },
)

/** Times at which somebody looked, in order: often, with long pauses now and then. At least one. */
export const anyPolls: fc.Arbitrary<number[]> = fc
  .array(pause, { minLength: 1, maxLength: 60 })
  .map((pauses) => {
    let at = start
    return pauses.map((pause) => (at += pause)).filter((at, index) => index === 0 || at < end)
  })

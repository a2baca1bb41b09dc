import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

import { anyLives, anyPolls, atlas, end, ledgerOf, sighting, sightingsOf, start } from './ledger.fixture.ts'
import { emptyLedger, type Ledger } from './ledger.ts'
import { type AcceptedAction, observe, observeActions } from './observe.ts'
import { ledgerTotals, toUsd } from './totals.ts'

const stopped = { ...atlas, state: 'exited' }
const unknownGpu = { ...atlas, n_gpus: 1, gpu_model: 'H200', gpu_cost_hourly_usd: null }

const observeAction = (
  ledger: Ledger,
  action: AcceptedAction['action'],
  instance: AcceptedAction['instance'],
  at: number,
) => observeActions(ledger, [{ action, instance, at }])

/** Estimate, low and high in millionths of a dollar, and seconds observed, presumed and unseen, until so long after the start. */
const figures = (ledger: Ledger, until: number) => {
  const { total } = ledgerTotals(ledger, [start, start + until])
  const micro = (amount: bigint) => Number(toUsd(amount) / 1000n)
  return [
    [micro(total.low), micro(total.estimate), micro(total.high)],
    [total.observedMs, total.presumedMs, total.unseenMs].map((ms) => ms / SECOND),
  ]
}

test('instances that are the very same objects as before tell what equal ones do, late sightings and actions among them', () => {
  const step = fc.record({
    after: fc.integer({ min: -120, max: 600 }),
    shown: fc.subarray([atlas, { ...atlas, uuid: 'b' }, { ...unknownGpu, uuid: 'c' }]),
    isStopped: fc.boolean(),
    asks: fc.option(fc.constantFrom('stop' as const, 'restart' as const)),
  })
  const off = new Map(
    [atlas, { ...atlas, uuid: 'b' }, unknownGpu].map(({ uuid }) => [
      uuid,
      { ...atlas, uuid, state: 'exited' },
    ]),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let at = start
      let same = emptyLedger
      let equal = emptyLedger
      for (const { after, shown, isStopped, asks } of steps) {
        at += after * SECOND
        const instances = shown.map((one) => (isStopped ? (off.get(one.uuid) ?? one) : one))
        same = observe(same, { at, instances, complete: true })
        equal = observe(equal, { at, instances: structuredClone(instances), complete: true })
        if (asks !== null) {
          same = observeAction(same, asks, atlas, at + SECOND)
          equal = observeAction(equal, asks, structuredClone(atlas), at + SECOND)
        }
        expect(same).toEqual(equal)
      }
    }),
  )
})

describe('what is kept', () => {
  test('looking on for hours is one watch and one entry', () => {
    const often = Array.from({ length: 5000 }, (_, index) => sighting(index * 10 * SECOND, [atlas]))
    const ledger = ledgerOf(often)
    expect(ledger.watches).toHaveLength(1)
    expect(ledger.instances.get('atlas')?.entries).toHaveLength(1)
    expect(figures(ledger, HOUR)).toEqual([
      [610_000, 610_000, 610_000],
      [3600, 0, 0],
    ])
  })

  test('a night between two equal sightings is presumed: it may have been stopped meanwhile', () => {
    const ledger = ledgerOf([sighting(0, [atlas]), sighting(10 * HOUR, [atlas])])
    expect(figures(ledger, 10 * HOUR)).toEqual([
      [500_000, 6_100_000, 6_100_000],
      [0, 36_000, 0],
    ])
  })

  test('a night after which it is stopped is unseen: the change is put halfway', () => {
    const ledger = ledgerOf([sighting(0, [atlas]), sighting(10 * HOUR, [stopped])])
    expect(figures(ledger, 10 * HOUR)).toEqual([
      [500_000, 3_300_000, 6_100_000],
      [0, 0, 36_000],
    ])
  })

  test('before the first sighting there is the time since creation, and after the last there may be nothing', () => {
    const ledger = ledgerOf([sighting(HOUR, [atlas])])
    expect(figures(ledger, 2 * HOUR)).toEqual([
      [50_000, 1_220_000, 1_220_000],
      [0, 0, 7200],
    ])
  })

  test('what is gone costs nothing any more, and its end lies between two sightings', () => {
    const ledger = ledgerOf([sighting(0, [atlas]), sighting(MINUTE, []), sighting(2 * MINUTE, [])])
    expect(figures(ledger, 2 * MINUTE)).toEqual([
      [0, 5083, 10_166],
      [60, 0, 60],
    ])
  })

  test('a list with an unreadable row does not say that anything is gone', () => {
    const ledger = ledgerOf([
      sighting(0, [atlas]),
      sighting(MINUTE, [], false),
      sighting(2 * MINUTE, [atlas]),
    ])
    expect(figures(ledger, 2 * MINUTE)[1]).toEqual([120, 0, 0])
  })

  test('new rates and a new size are a change like any other', () => {
    const dearer = { ...atlas, vcpu_cost_hourly_usd: 0.03 }
    const ledger = ledgerOf([sighting(0, [atlas]), sighting(2, [dearer]), sighting(HOUR / 12, [dearer])])
    expect(ledger.instances.get('atlas')?.entries).toHaveLength(2)
    expect(figures(ledger, HOUR / 12)[0]?.[1]).toBe(70_833)
  })

  test('an unknown rate and an undocumented state are said to be so', () => {
    const odd = ledgerOf([sighting(0, [unknownGpu]), sighting(MINUTE, [unknownGpu])])
    expect(ledgerTotals(odd, [start, start + MINUTE]).total.unknown).toEqual(['gpu'])
    const moving = { ...atlas, state: 'migrating' }
    const assumed = ledgerOf([sighting(0, [moving]), sighting(MINUTE, [moving])])
    expect(ledgerTotals(assumed, [start, start + MINUTE]).total.assumed).toBe(true)
    expect(figures(assumed, MINUTE)).toEqual([
      [833, 10_166, 10_166],
      [60, 0, 0],
    ])
  })

  test('a stopped one with an unknown GPU rate is unknown only where it may have run', () => {
    const off = { ...unknownGpu, state: 'exited' }
    const unknown = (offset: number) =>
      ledgerTotals(ledgerOf([sighting(0, [off]), sighting(offset, [off])]), [start, start + offset]).total
        .unknown
    expect(unknown(MINUTE)).toEqual([])
    expect(unknown(HOUR)).toEqual(['gpu'])
  })
})

describe('an action of this browser', () => {
  const running = ledgerOf([sighting(0, [atlas])])

  test('counts from the moment it was accepted, while the list still shows what was before', () => {
    const ledger = ledgerOf(
      [sighting(6 * SECOND, [atlas]), sighting(8 * SECOND, [stopped]), sighting(10 * SECOND, [stopped])],
      observeAction(running, 'stop', atlas, start + 4 * SECOND),
    )
    const micro = Math.floor((610_000 * 4 + 50_000 * 6) / 3600)
    expect(figures(ledger, 10 * SECOND)).toEqual([
      [micro, micro, micro],
      [10, 0, 0],
    ])
  })

  test('that the list does not show within 5 minutes did not happen', () => {
    const late = [1, 2, 3, 4, 5, 6].map((minutes) => sighting(minutes * MINUTE, [atlas]))
    expect(ledgerOf(late, observeAction(running, 'stop', atlas, start + SECOND))).toEqual(
      ledgerOf(late, running),
    )
  })

  test('that was undone soon after is two changes', () => {
    const ledger = ledgerOf(
      [sighting(MINUTE, [stopped]), sighting(2 * MINUTE, [atlas])],
      observeAction(running, 'stop', atlas, start + SECOND),
    )
    expect(ledger.instances.get('atlas')?.entries).toHaveLength(3)
  })

  test('a delete ends the bill at once; of an unknown instance it tells nothing', () => {
    const ledger = ledgerOf(
      [sighting(MINUTE, [])],
      observeAction(running, 'delete', atlas, start + 36 * SECOND),
    )
    expect(figures(ledger, MINUTE)).toEqual([
      [6100, 6100, 6100],
      [60, 0, 0],
    ])
    expect(observeAction(emptyLedger, 'delete', atlas, start)).toBe(emptyLedger)
  })
})

describe('several tabs', () => {
  test('five tabs that see the same, in any interleaving, keep what one keeps', () => {
    fc.assert(
      fc.property(
        anyLives,
        anyPolls,
        fc.array(fc.nat({ max: 4 }), { maxLength: 400 }),
        (lives, polls, turns) => {
          const sightings = sightingsOf(lives, polls)
          const next = [0, 0, 0, 0, 0]
          let ledger = emptyLedger
          for (const tab of [...turns, ...polls.flatMap(() => [0, 1, 2, 3, 4])]) {
            const seen = sightings[next[tab] ?? 0]
            next[tab] = (next[tab] ?? 0) + 1
            if (seen !== undefined) ledger = observe(ledger, seen)
          }
          expect(ledger).toEqual(ledgerOf(sightings))
        },
      ),
    )
  })

  test('what another tab saw a little earlier narrows a change down', () => {
    const seen = [sighting(0, [atlas]), sighting(10_000, [atlas]), sighting(40_000, [stopped])]
    const late = [sighting(20_000, [atlas]), sighting(30_000, [stopped])]
    const inOrder = [...seen, ...late].toSorted((a, b) => a.at - b.at)
    expect(ledgerOf([...seen, ...late])).toEqual(ledgerOf(inOrder))
  })

  test('sightings in any order within a watch never count a moment twice, and keep low ≤ estimate ≤ high', () => {
    fc.assert(
      fc.property(
        anyLives,
        fc.shuffledSubarray(Array.from({ length: 40 }, (_, index) => index)),
        (lives, order) => {
          const times = order.map((index) => start + index * MINUTE)
          const ledger = ledgerOf(sightingsOf(lives, times))
          const { total, byInstance } = ledgerTotals(ledger, [start, end])
          for (const tally of [total, ...byInstance.map(({ tally }) => tally)]) {
            expect(tally.low).toBeLessThanOrEqual(tally.estimate)
            expect(tally.estimate).toBeLessThanOrEqual(tally.high)
            for (const time of [tally.observedMs, tally.presumedMs, tally.unseenMs])
              expect(time).toBeGreaterThanOrEqual(0)
            expect(tally.observedMs + tally.presumedMs + tally.unseenMs).toBeLessThanOrEqual(end - start)
          }
        },
      ),
    )
  })
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY } from '#lib/time.ts'

import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'
import { projections } from './projections.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'

const now = Date.UTC(2026, 10, 21)
const time = { now, monthEnd: now + 10 * DAY }

test('each projection is for an hour and for what is left of this month, and says what it assumes', () => {
  const fleet = [anInstance(), anInstance({ uuid: '2', state: 'shut_off' })]
  const [unchanged, stopped, pattern] = projections(
    fleet,
    { hourly: usd(0.5), seen: 0.71, unknown: [] },
    time,
  )
  expect(unchanged.figures).toMatchObject({
    hourly: { known: usd(0.92) },
    toMonthEnd: { known: usd(0.92 * 240) },
  })
  expect(stopped.figures).toMatchObject({
    hourly: { known: usd(0.2) },
    toMonthEnd: { known: usd(0.2 * 240) },
  })
  expect(pattern.figures).toMatchObject({
    hourly: { known: usd(0.5) },
    toMonthEnd: { known: usd(0.5 * 240) },
  })
  expect(pattern.assumes).toContain('71')
})

test('the pattern is not made up where little was seen', () => {
  const [, , unseen] = projections([anInstance()], null, time)
  expect(unseen.figures).toBeNull()
  expect(unseen.assumes).toContain('Too little of the last seven days was seen')
  const [, , partial] = projections([anInstance()], { hourly: 1n, seen: 1, unknown: ['gpu'] }, time)
  expect(partial.assumes).toContain('it comes to more')
  expect(partial.figures?.toMonthEnd.unknown).toEqual(['gpu'])
})

test('nothing is to come once the month is over', () => {
  expect(projections([anInstance()], null, { now, monthEnd: now - 1 })[0].figures?.toMonthEnd.known).toBe(0n)
})

test('if nothing changes is what the fleet costs now, with the same parts unknown', () => {
  fc.assert(
    fc.property(fc.array(anyInstance), (instances) => {
      expect(projections(instances, null, time)[0].figures?.hourly).toMatchObject(
        sumCosts(instances.map((instance) => hourlyCost(instance).now)),
      )
    }),
  )
})

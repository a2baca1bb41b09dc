import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { readInstanceList, type Instance } from '#contract/instance.ts'
import { fromDecimal, sum, type Usd } from '#lib/money.ts'
import { readCsv } from '#lib/read-csv.fixture.ts'
import { bulkPrice } from '#model/pricing/action-price.ts'
import { splitBurn, splitKeys } from '#features/costs/burn.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { instanceCostsCsv } from '#features/costs/costs-csv.ts'
import { groupInstances } from '#model/fleet/fleet-view.ts'
import { anyInstance } from '#model/instance/instance.fixture.ts'
import { projections } from '#features/costs/projections.ts'
import { whatIf } from '#features/costs/what-if.ts'
import { openTestSandbox } from '#sandbox/test-client.ts'

/**
 * One fleet, one figure: every place of the app that shows what a fleet costs now shows the same, to the nano-dollar. Money is
 * never added up twice in two ways without being held together here.
 */

const csvTotal = (instances: readonly Instance[]): Usd | null => {
  const [header = [], ...rows] = readCsv(instanceCostsCsv(instances))
  return fromDecimal(rows.at(-1)?.[header.indexOf('total_usd_per_hour')] ?? '')
}

/** What the app says a fleet costs now per hour, by the place that says it. */
const figures = (instances: readonly Instance[]): Record<string, Usd | null> => {
  const rows = instances.map((instance) => hourlyCost(instance).now)
  const [unchanged] = projections(instances, null, { now: 0, monthEnd: 0 })
  return {
    line: sumCosts(instances.map((instance) => hourlyCost(instance).now)).known,
    rows: sum(rows.map(({ known }) => known)),
    breakdowns: sum(rows.flatMap(({ lines }) => lines.map(({ amount }) => amount ?? 0n))),
    csv: csvTotal(instances),
    projection: unchanged.figures?.hourly.known ?? null,
    whatIf: whatIf(instances, new Set()).after.known,
    deleteAll: -bulkPrice('delete', instances).change.known,
    ...Object.fromEntries(
      (['none', 'state', 'flavor', 'owner'] as const).map((group) => [
        `subtotals by ${group}`,
        sum(
          groupInstances(instances, group).map(
            ({ instances: members }) => sumCosts(members.map((one) => hourlyCost(one).now)).known,
          ),
        ),
      ]),
    ),
    ...Object.fromEntries(
      splitKeys.map((by) => [
        `split by ${by}`,
        sum(splitBurn(instances, by).parts.map(({ now }) => now.known)),
      ]),
    ),
  }
}

const expectAgreement = (instances: readonly Instance[]) => {
  const shown = figures(instances)
  const places = Object.keys(shown)
  expect(shown).toEqual(Object.fromEntries(places.map((place) => [place, shown['line']])))
}

it('every place agrees on what any fleet costs, to the nano-dollar', () => {
  const anyFleet = fc.uniqueArray(anyInstance, { selector: ({ uuid }) => uuid })
  fc.assert(fc.property(anyFleet, expectAgreement), { numRuns: 200 })
})

it.each(['sandbox-lab', 'sandbox-live', 'sandbox-empty'])('every place agrees on %s', async (key) => {
  const answer = await openTestSandbox().client(key).ask('GET', '/api/instance/')
  expectAgreement(readInstanceList(answer.json)?.instances ?? [])
})

it('every place agrees on what is not known, and on what is only assumed', () => {
  fc.assert(
    fc.property(fc.array(anyInstance), (instances) => {
      const now = sumCosts(instances.map((instance) => hourlyCost(instance).now))
      const [unchanged] = projections(instances, null, { now: 0, monthEnd: 0 })
      expect(unchanged.figures?.hourly).toMatchObject(now)
      expect(splitBurn(instances, 'instance').total).toMatchObject(now)
      expect(unchanged.figures?.toMonthEnd.unknown).toEqual(now.unknown)
    }),
  )
})

it('what stops and starts goes back to where it was', () => {
  fc.assert(
    fc.property(anyInstance, (instance) => {
      // Whether Sentieon runs is told of the present state alone.
      const stopped = {
        ...instance,
        state: 'exited',
        hourly_cost_usd: null,
        currently_running_sentieon: null,
      }
      const running = { ...stopped, state: 'running' }
      expect(bulkPrice('restart', [stopped]).after).toMatchObject({ known: hourlyCost(running).now.known })
      expect(bulkPrice('stop', [running]).after).toMatchObject({ known: hourlyCost(stopped).now.known })
    }),
  )
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { fromDecimal, sum, usd } from '#lib/money.ts'
import { readCsv } from '#lib/read-csv.fixture.ts'

import { costParts, hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { instanceCostsCsv, dayCostsCsv } from './costs-csv.ts'
import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'

/** The rows under their header, the total apart; cells by column name. */
const read = (csv: string) => {
  const [header = [], ...rows] = readCsv(csv)
  const named = rows.map((row) => new Map(header.map((name, index) => [name, row[index] ?? ''])))
  return { header, rows: named.slice(0, -1), total: named.at(-1) ?? new Map<string, string>() }
}
const amount = (row: ReadonlyMap<string, string>, column: string) => fromDecimal(row.get(column) ?? '')

describe('the costs of instances', () => {
  test('have exact figures, and a total', () => {
    const fleet = [anInstance(), anInstance({ uuid: '2', name: 'told', hourly_cost_usd: 0.8 })]
    const { header, rows, total } = read(instanceCostsCsv(fleet))
    expect(header.slice(7, 13)).toEqual(costParts.map((part) => `${part}_usd_per_hour`))
    expect(rows[0]?.get('vcpu_usd_per_hour')).toBe('0.4')
    expect(rows[1]?.get('other_usd_per_hour')).toBe('-0.02')
    expect([total.get('name'), total.get('total_usd_per_hour')]).toEqual(['Total', '1.62'])
  })

  test('name what is unknown and leave it empty', () => {
    const { rows } = read(instanceCostsCsv([anInstance({ ram_cost_hourly_usd: null, state: 'migrating' })]))
    expect(rows[0]?.get('ram_usd_per_hour')).toBe('')
    expect(rows[0]?.get('unknown_rates')).toBe('ram')
    expect(rows[0]?.get('undocumented_billing')).toBe('counted as running')
  })

  test('hold no secret and run nothing in a spreadsheet', () => {
    const csv = instanceCostsCsv([
      anInstance({
        name: '=HYPERLINK("http://x")',
        owner_email: '@ada',
        original_ccloud_password: 'hunter2',
      }),
    ])
    expect(csv).not.toContain('hunter2')
    expect(read(csv).rows[0]?.get('name')).toBe('\'=HYPERLINK("http://x")')
    expect(read(csv).rows[0]?.get('owner_email')).toBe("'@ada")
  })

  test('read back to the nano-dollar, and every column adds up to its total, for any fleet', () => {
    fc.assert(
      fc.property(fc.array(anyInstance), (instances) => {
        const { rows, total } = read(instanceCostsCsv(instances))
        expect(rows.map((row) => amount(row, 'total_usd_per_hour'))).toEqual(
          instances.map((instance) => hourlyCost(instance).now.known),
        )
        const columns = [...costParts.map((part) => `${part}_usd_per_hour`), 'total_usd_per_hour']
        for (const column of columns)
          expect(sum(rows.map((row) => amount(row, column) ?? 0n))).toBe(amount(total, column))
        for (const row of [...rows, total])
          expect(sum(costParts.map((part) => amount(row, `${part}_usd_per_hour`) ?? 0n))).toBe(
            amount(row, 'total_usd_per_hour'),
          )
        expect(amount(total, 'total_usd_per_hour')).toBe(
          sumCosts(instances.map((instance) => hourlyCost(instance).now)).known,
        )
      }),
    )
  })
})

describe('the days of the ledger', () => {
  test('have their range and what was seen', () => {
    const day = {
      day: '2026-11-23',
      low: usd(0.5),
      estimate: usd(1),
      high: usd(2),
      coverage: 0.7142,
      unknown: [],
    }
    const partial = { ...day, day: '2026-11-24', unknown: ['gpu', 'sentieon'] as const }
    expect(readCsv(dayCostsCsv([day, partial]))).toEqual([
      ['day', 'low_usd', 'estimate_usd', 'high_usd', 'seen_percent', 'unknown_rates'],
      ['2026-11-23', '0.5', '1', '2', '71.4', ''],
      ['2026-11-24', '0.5', '1', '2', '71.4', 'gpu sentieon'],
      ['Total', '1', '2', '4', '', 'gpu sentieon'],
    ])
  })

  test('add up, whatever they are', () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n })
    const anyDays = fc.array(
      fc.record({
        day: fc.constant('2026-11-23'),
        low: amounts,
        estimate: amounts,
        high: amounts,
        coverage: fc.float({ min: 0, max: 1, noNaN: true }),
        unknown: fc.subarray([...costParts]),
      }),
    )
    fc.assert(
      fc.property(anyDays, (rows) => {
        const { rows: days, total } = read(dayCostsCsv(rows))
        expect(days.map((row) => amount(row, 'estimate_usd'))).toEqual(rows.map(({ estimate }) => estimate))
        expect(amount(total, 'high_usd')).toBe(sum(rows.map(({ high }) => high)))
      }),
    )
  })
})

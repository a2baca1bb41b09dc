import type { Instance } from '#contract/instance.ts'
import { type CsvCell, csvText } from '#lib/csv.ts'
import { perMonth, sum, toDecimal, type Usd } from '#lib/money.ts'

import type { Bounds } from '#model/pricing/amount-text.ts'
import { costParts, hourlyCost, sumCosts, type CostPart, type Total } from '#model/pricing/cost.ts'

/** What says whose cost it is, by the API's own words. None of it is a secret. */
const facts = [
  'name',
  'uuid',
  'state',
  'resource_type',
  'flavor',
  'cpu_tier',
  'owner_email',
] as const satisfies readonly (keyof Instance)[]

/** By part, in dollars an hour; null where it is not known. What is not billed now is 0. */
type Amounts = Record<CostPart, Usd | null>

const nothing = (): Amounts => ({ vcpu: 0n, ram: 0n, storage: 0n, gpu: 0n, sentieon: 0n, other: 0n })

const amountsOf = (instance: Instance): Amounts => {
  const amounts = nothing()
  for (const { part, amount } of hourlyCost(instance).now.lines) amounts[part] = amount
  return amounts
}

const tail = (amounts: Amounts, { known, unknown, assumed }: Total): CsvCell[] => [
  ...costParts.map((part) => {
    const amount = amounts[part]
    return amount === null ? null : toDecimal(amount)
  }),
  toDecimal(known),
  toDecimal(perMonth(known)),
  unknown.join(' '),
  assumed ? 'counted as running' : '',
]

/**
 * What each instance costs now, part by part, as exact decimals. The last row is the total, and every column adds up to it. What is
 * unknown is an empty cell, named in `unknown_rates`: the totals are of what is known.
 */
export const instanceCostsCsv = (instances: readonly Instance[]): string => {
  const rows = instances.map((instance) => ({
    instance,
    amounts: amountsOf(instance),
    now: hourlyCost(instance).now,
  }))
  const totals = nothing()
  for (const { amounts } of rows)
    for (const part of costParts) totals[part] = (totals[part] ?? 0n) + (amounts[part] ?? 0n)
  return csvText([
    [
      ...facts,
      ...costParts.map((part) => `${part}_usd_per_hour`),
      'total_usd_per_hour',
      'total_usd_per_month_of_730_hours',
      'unknown_rates',
      'undocumented_billing',
    ],
    ...rows.map(({ instance, amounts, now }) => [
      ...facts.map((fact) => instance[fact]),
      ...tail(amounts, now),
    ]),
    ['Total', ...facts.slice(1).map(() => null), ...tail(totals, sumCosts(rows.map(({ now }) => now)))],
  ])
}

/** A day of the ledger of observed cost, in money. */
export interface DayCost extends Bounds {
  /** The calendar day, "2026-11-23". */
  day: string
  /** Which part of the day this browser saw, 0 to 1. */
  coverage: number
}

const bounds = ['low', 'estimate', 'high'] as const

/**
 * What the ledger makes of each day, with the sum of the days as its last row. What has no known price is named in `unknown_rates`: it
 * comes on top of all three figures.
 */
export const dayCostsCsv = (days: readonly DayCost[]): string => {
  const isUnknown = new Set(days.flatMap(({ unknown }) => unknown))
  return csvText([
    ['day', 'low_usd', 'estimate_usd', 'high_usd', 'seen_percent', 'unknown_rates'],
    ...days.map((day) => [
      day.day,
      ...bounds.map((bound) => toDecimal(day[bound])),
      Math.round(day.coverage * 1000) / 10,
      day.unknown.join(' '),
    ]),
    [
      'Total',
      ...bounds.map((bound) => toDecimal(sum(days.map((day) => day[bound])))),
      null,
      costParts.filter((part) => isUnknown.has(part)).join(' '),
    ],
  ])
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { HOUR } from '#lib/time.ts'

import { dayBorders, dayStart, monthStart } from './days.ts'

describe('in a place where the clocks change', () => {
  const zone = process.env['TZ']
  beforeEach(() => {
    process.env['TZ'] = 'America/New_York'
  })
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  test('days are local, and the day of the change has its 25 hours', () => {
    const borders = dayBorders(
      Date.parse('2026-10-31T12:00:00-04:00'),
      Date.parse('2026-11-02T12:00:00-05:00'),
    )
    expect(borders.slice(1).map((border, index) => (border - (borders[index] ?? 0)) / HOUR)).toEqual([
      12, 25, 12,
    ])
  })

  test('a day and a month begin at local midnight', () => {
    const noon = Date.parse('2026-11-02T12:00:00-05:00')
    expect(dayStart(noon)).toBe(Date.parse('2026-11-02T00:00:00-05:00'))
    expect(monthStart(noon)).toBe(Date.parse('2026-11-01T00:00:00-04:00'))
  })
})

test('a time without a midnight in it is one day, and one that ends at midnight has no empty day after it', () => {
  const noon = new Date(2026, 10, 2, 12).getTime()
  expect(dayBorders(noon, noon + HOUR)).toEqual([noon, noon + HOUR])
  expect(dayBorders(noon, noon + 12 * HOUR)).toEqual([noon, noon + 12 * HOUR])
})

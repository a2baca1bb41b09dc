import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'

import { usd } from '#lib/money.ts'

import { budgetField, rateField } from './amount-field.ts'

describe('a typed amount', () => {
  test.each([
    ['0.015', usd(0.015)],
    [' $ 0.0001 ', usd(0.0001)],
    ['5.', usd(5)],
  ])('%j is read', (text, amount) => {
    expect(z.parse(rateField, text)).toBe(amount)
  })

  test.each([
    ['', 'Type dollars as a plain number, such as 0.015.'],
    ['cheap', 'Type dollars as a plain number, such as 0.015.'],
    ['1,5', 'Type dollars as a plain number, such as 0.015.'],
    ['0', 'Type an amount above 0.'],
    ['-1', 'Type an amount above 0.'],
    ['1001', 'That is more than $1,000 an hour for one unit.'],
  ])('%j is refused with words', (text, message) => {
    expect(z.safeParse(rateField, text).error?.issues.map((issue) => issue.message)).toEqual([message])
  })

  test('may be a budget', () => {
    expect(z.parse(budgetField, '150')).toBe(usd(150))
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'

import { toDecimal, usd } from '#lib/money.ts'

import { amountResult, budgetField, rateField } from './amount-field.ts'

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
    ['1,5', 'Write it as 1.5.'],
    ['0,015', 'Write it as 0.015.'],
    ['1,250', 'Write it as 1.25.'],
    ['1e3', 'Type dollars as a plain number, such as 0.015.'],
    ['5²', 'Type dollars as a plain number, such as 0.015.'],
    ['0', 'Type an amount above 0.'],
    ['-1', 'Type an amount above 0.'],
    ['1001', 'That is more than $1,000 an hour for one unit.'],
  ])('%j is refused with words', (text, message) => {
    expect(z.safeParse(rateField, text).error?.issues.map((issue) => issue.message)).toEqual([message])
  })

  test('may be a budget', () => {
    expect(z.parse(budgetField, '150')).toBe(usd(150))
  })

  test.each([
    ['1500', 1500],
    ['1500.5', 1500.5],
    ['.5', 0.5],
    ['$1,500.00', 1500],
    ['US$ 1,500.00', 1500],
    ['1,234,567', 1_234_567],
    ['1\u202f500', 1500],
    ['1 500 $', 1500],
    ['１５００．５０', 1500.5],
    ['0.500', 0.5],
    ['1.5000', 1.5],
  ])('%j is clear', (text, amount) => {
    expect(amountResult(budgetField, text)).toBe(usd(amount))
  })

  test.each([
    ['1.500', 'That can be read two ways: type 1500 or 1.5.'],
    ['1,500', 'That can be read two ways: type 1500 or 1.5.'],
    ['$ 1.500', 'That can be read two ways: type 1500 or 1.5.'],
    ['1,5', 'Write it as 1.5.'],
    ['1.500,00', 'Write it as 1500.'],
    ['1.500.000', 'Write it as 1500000.'],
    ['1 500,25', 'Write it as 1500.25.'],
    ['1,50,000', 'Type dollars as a plain number, such as 150.'],
    ['1 5', 'Type dollars as a plain number, such as 150.'],
    ['1e3', 'Type dollars as a plain number, such as 150.'],
    ['.', 'Type dollars as a plain number, such as 150.'],
  ])('%j is refused with what to write instead', (text, message) => {
    expect(amountResult(budgetField, text)).toBe(message)
  })

  test('is never one that another country would read otherwise, and never throws', () => {
    const group = fc.stringMatching(/^\d{3}$/)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom('.', ','), group, (whole, mark, rest) => {
        expect(amountResult(budgetField, `${whole}${mark}${rest}`)).toMatch(/^That can be read two ways/)
      }),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('0', '1', '5', '.', ',', '$', ' ', '-', 'e') }),
        (text) => {
          const read = amountResult(budgetField, text)
          expect(typeof read === 'string' || read > 0n).toBe(true)
        },
      ),
    )
  })

  test('reads back as the app writes it into the field', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 16n }), (amount) => {
        const text = toDecimal(amount)
        fc.pre(!/^[1-9]\d{0,2}\.\d{3}$/.test(text))
        expect(amountResult(budgetField, text)).toBe(amount)
      }),
    )
  })
})

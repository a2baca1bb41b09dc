import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { monthlyChangeText } from './monthly-change-text.ts'

test.each([
  [-1.9, [], '−$1,387'],
  [0.12, [], '+$88'],
  [-0.0001, [], '−$0.07'],
  [0, [], '$0'],
  [-0.11, ['gpu'], '−$80 (GPU rate unknown)'],
  [0, ['gpu'], 'unknown (GPU rate unknown)'],
] as const)('%f an hour, %j unknown', (hourly, unknown, text) => {
  expect(monthlyChangeText({ known: usd(hourly), unknown })).toBe(text)
})

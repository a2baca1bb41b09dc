import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { monthlyText } from '../pricing/price-text.ts'
import { partTime } from './part-time.ts'

const running = { known: usd(0.61), unknown: [] }
const stopped = { known: usd(0.05), unknown: [] }

test('some hours of each day cost what runs then, and the disk for the rest', () => {
  expect(monthlyText(partTime(running, stopped, 8))).toBe('≈\u00a0$173')
  expect(partTime(running, stopped, 24)).toEqual(running)
  expect(partTime(running, stopped, 0)).toEqual(stopped)
})

test('what is not known of either is not known of both', () => {
  const { unknown } = partTime(
    { ...running, unknown: ['gpu', 'storage'] },
    { ...stopped, unknown: ['storage'] },
    8,
  )
  expect(unknown).toEqual(['gpu', 'storage'])
})

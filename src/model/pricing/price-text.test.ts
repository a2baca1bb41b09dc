import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import type { CostPart, Total } from './cost.ts'
import {
  changeText,
  dailyText,
  exactText,
  hiddenDigits,
  hourlyFigure,
  hourlyText,
  monthlyFigure,
  monthlyText,
  partWord,
  rateText,
  unknownText,
} from './price-text.ts'

const total = (known: number, ...unknown: CostPart[]): Total => ({
  known: usd(known),
  unknown,
  assumed: false,
})

test('a known price is written in three decimals and projected with ≈', () => {
  expect(hourlyText(total(0.61))).toBe('$0.610')
  expect(monthlyText(total(0.61))).toBe('≈\u00a0$445')
  expect(dailyText(total(0.61))).toBe('≈\u00a0$14.64')
  expect(unknownText(total(0.61))).toBeNull()
})

test('what is unknown is never told as 0', () => {
  expect(hourlyText(total(0.61, 'gpu'))).toBe('from $0.610')
  expect(monthlyText(total(0.61, 'gpu'))).toBe('from ≈\u00a0$445')
  expect(hourlyText(total(0, 'vcpu', 'ram'))).toBe('unknown')
  expect(unknownText(total(0, 'vcpu', 'ram'))).toBe('vCPU and RAM rates unknown')
  expect(unknownText(total(0.61, 'gpu'))).toBe('GPU rate unknown')
})

test('a figure of a column has what goes before it apart', () => {
  expect(hourlyFigure(total(0.61))).toEqual({ prefix: '', figure: '$0.610' })
  expect(hourlyFigure(total(0.61, 'gpu'))).toEqual({ prefix: 'from', figure: '$0.610' })
  expect(hourlyFigure(total(0, 'gpu'))).toEqual({ prefix: '', figure: 'unknown' })
  expect(monthlyFigure(total(0.61, 'gpu'))).toBe('≈\u00a0$445')
  expect(monthlyFigure(total(0, 'gpu'))).toBe('unknown')
  expect(monthlyFigure(total(0))).toBe('$0')
})

test('what three decimals hide of a price is at hand', () => {
  expect(hiddenDigits(total(0.61))).toBeNull()
  expect(hiddenDigits(total(0.0075))).toBe('$0.0075')
  expect([exactText(total(0.61)), exactText(total(0.61, 'gpu')), exactText(total(0, 'gpu'))]).toEqual([
    '$0.6100',
    'from $0.6100',
    'unknown',
  ])
  expect([rateText(usd(0.015)), rateText(0n), rateText(null)]).toEqual(['$0.0150', '$0.0000', 'unknown'])
})

test('a change has its sign, and names what is not known of it', () => {
  expect(changeText(total(0.24))).toBe('+$0.240')
  expect(changeText(total(-0.56, 'gpu'))).toBe('−$0.560 (GPU rate unknown)')
  expect(changeText(total(0, 'gpu'))).toBe('unknown (GPU rate unknown)')
  expect(changeText(total(0))).toBe('$0.000')
})

test('each part has its word', () => {
  expect((['vcpu', 'ram', 'storage', 'gpu', 'sentieon', 'other'] as const).map(partWord)).toEqual([
    'vCPU',
    'RAM',
    'disk',
    'GPU',
    'Sentieon',
    'other',
  ])
})

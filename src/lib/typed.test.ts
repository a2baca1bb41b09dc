import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { formatCount } from './format.ts'
import { visibleText, wholeNumber } from './typed.ts'

test.each([
  ['16', 16],
  [' 08 ', 8],
  ['１６', 16],
  ['1,500', 1500],
  ['1\u00a0500', 1500],
  ['1.5', null],
  ['1.500', null],
  ['1,5', null],
  ['1,50,000', null],
  ['1e3', null],
  ['-4', null],
  ['5²', null],
  ['', null],
  ['1234567890', null],
])('%j is the whole number %s', (text, number) => {
  expect(wholeNumber(text)).toBe(number)
})

test.each([
  ['  outer  and  inner ', 'outer and inner'],
  ['a\u00a0b\u3000c', 'a b c'],
  ['no\u200bthing\u00ad\u2060', 'nothing'],
  ['e\u0301', '\u00e9'],
  ['ﬁle１', 'file1'],
  ['❤️', '❤'],
  ['\u200b\u3164 ', ''],
])('%j looks like %j', (text, seen) => {
  expect(visibleText(text)).toBe(seen)
  expect(visibleText(seen)).toBe(seen)
})

test('a whole number is read as the app writes it', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), (number) => {
      expect(wholeNumber(String(number))).toBe(number)
      expect(wholeNumber(formatCount(number))).toBe(number)
    }),
  )
})

import { expect, test } from 'vitest'

import { isNameLetter, rowForKey } from './use-row-keys.ts'

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['PageDown', 3, 9],
  ['PageDown', 8, 9],
  ['PageUp', 8, 0],
  ['Home', 3, 0],
  ['End', 3, 9],
])('%s leads from row %i to row %i of ten', (key, now, row) => {
  expect(rowForKey(key, now, 10, 8)).toBe(row)
})

test.each([
  ['ArrowUp', 0],
  ['Home', 0],
  ['ArrowDown', 9],
  ['End', 9],
  ['Enter', 3],
  ['constructor', 3],
])('%s leads nowhere from row %i of ten', (key, now) => {
  expect(rowForKey(key, now, 10, 8)).toBeNull()
})

test('letters of names are typed ahead, the keys of every page are not', () => {
  expect(['a', 'Z', '7', '-', 'é'].every(isNameLetter)).toBe(true)
  expect(['/', '?', ' ', 'Enter', 'Tab', 'Escape'].some(isNameLetter)).toBe(false)
})

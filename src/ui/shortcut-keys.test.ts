import { expect, test } from 'vitest'

import { latinKey } from './shortcut-keys.ts'

test.each([
  ['k', 'KeyK', 'k'],
  ['K', 'KeyK', 'K'],
  ['л', 'KeyK', 'k'],
  ['Л', 'KeyK', 'k'],
  ['κ', 'KeyK', 'k'],
  ['ל', 'KeyK', 'k'],
  // Where the letters of a Latin keyboard stand elsewhere, they count as they are written.
  ['t', 'KeyK', 't'],
  ['a', 'KeyQ', 'a'],
  ['é', 'Digit2', 'é'],
  ['ł', 'KeyL', 'ł'],
  ['ю', 'Period', 'ю'],
  ['?', 'Digit7', '?'],
  ['Enter', 'Enter', 'Enter'],
])('%s of %s is %s', (key, code, expected) => {
  expect(latinKey({ key, code })).toBe(expected)
})

import { expect, test } from 'vitest'

import { bytesText } from './bytes-text.ts'

test.each([
  [0, '0 kB'],
  [12, '1 kB'],
  [12_400, '13 kB'],
  [3_640_000, '3.6 MB'],
])('%i bytes', (bytes, text) => {
  expect(bytesText(bytes).replace('\u00a0', ' ')).toBe(text)
})

import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { apiKeySchema } from './api-key.ts'
import { keyHint } from './session-context.ts'

test('what people paste becomes a key, and what cannot be sent is refused', () => {
  const read = (text: string) => z.safeParse(apiKeySchema, text)
  expect(read('  abc\n').data).toBe('abc')
  expect(read('Bearer abc').data).toBe('abc')
  expect(read('Authorization: Bearer abc').data).toBe('abc')
  for (const odd of ['', '   ', 'a b', 'schlüssel', 'a\u0000b']) expect(read(odd).success).toBe(false)
})

test('a hint gives away four characters of a long key, and none of a short one', () => {
  expect(keyHint('sandbox-lab-c41f')).toBe('key ····c41f')
  expect(keyHint('short')).toBe('short key')
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { freeText, oneOf, searchCodec, searchText, wordList } from './search-params.ts'

const codec = searchCodec({ q: freeText(), state: wordList(), order: oneOf(['asc', 'desc'], 'asc') })
const read = (search: string) => codec.read(new URLSearchParams(search))

test('a list, a word and a text are read', () => {
  expect(read('q=rna+atlas&state=running,error&order=desc')).toEqual({
    q: 'rna atlas',
    state: ['running', 'error'],
    order: 'desc',
  })
})

test('what is missing or makes no sense falls back', () => {
  const nothing = { q: '', state: [], order: 'asc' }
  expect(read('')).toEqual(nothing)
  expect(read('order=sideways&state=,,')).toEqual(nothing)
  expect(read('state=running,,error,running').state).toEqual(['running', 'error'])
})

test('a text that is too long is cut, in whole characters, and not dropped', () => {
  expect(read(`q=${'x'.repeat(10_000)}`).q).toBe('x'.repeat(200))
  expect(read(`q=${'x'.repeat(198)}🧬`).q).toBe(`${'x'.repeat(198)}🧬`)
  expect(read(`q=${'x'.repeat(199)}🧬🧬`).q).toBe('x'.repeat(199))
  expect(read(`q=🧬${'x'.repeat(197)}🧬`).q).toBe(`🧬${'x'.repeat(197)}`)
  const written = codec.write({ q: 'y'.repeat(10_000), state: [], order: 'asc' })
  expect(written.get('q')).toBe('y'.repeat(200))
})

test('the address says only what differs, and keeps what others wrote', () => {
  const before = new URLSearchParams('theme=dark&q=old&order=desc')
  const after = codec.write({ q: '', state: ['running', 'error'], order: 'asc' }, before)
  expect(searchText(after)).toBe('theme=dark&state=running,error')
  expect(before.get('q')).toBe('old')
  const odd = Object.assign({ q: 'a', state: [], order: 'asc' as const }, { order: 'sideways' })
  expect(searchText(codec.write(odd, before))).toBe('theme=dark&q=a')
  expect(codec.write({ q: '', state: [], order: 'asc' }).toString()).toBe('')
  expect(searchText(codec.write({ q: 'a,b %', state: ['50%,', 'b'], order: 'desc' }))).toBe(
    'q=a,b+%25&state=50%2525%252C,b&order=desc',
  )
})

test('what is written reads back, and what is read never throws', () => {
  const values = fc.record({
    q: fc.string({ maxLength: 200 }),
    state: fc.uniqueArray(fc.string({ minLength: 1 })),
    order: fc.constantFrom('asc' as const, 'desc' as const),
  })
  fc.assert(
    fc.property(values, (view) => {
      expect(read(searchText(codec.write(view)))).toEqual(view)
    }),
  )
  const parameter = fc.tuple(fc.constantFrom('q', 'state', 'order', 'theme'), fc.string())
  fc.assert(
    fc.property(fc.array(parameter), (parameters) => {
      const view = codec.read(new URLSearchParams(parameters))
      expect(read(codec.write(view).toString())).toEqual(view)
    }),
  )
})

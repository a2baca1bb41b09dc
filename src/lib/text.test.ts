import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { compareNatural, matches, pluralize, readable } from './text.ts'

test('search takes all words, anywhere, whatever their case and accents', () => {
  const texts = ['rna-atlas', 'RStudio', null, 'Zoë’s lab']
  expect(matches(texts, '')).toBe(true)
  expect(matches(texts, '  STUDIO atlas ')).toBe(true)
  expect(matches(texts, 'zoe')).toBe(true)
  expect(matches(texts, 'studio marimo')).toBe(false)
})

test('a word does not match across two texts', () => {
  expect(matches(['rna', 'atlas'], 'rnaatlas')).toBe(false)
  expect(matches(['rna', 'atlas'], 'naat')).toBe(false)
})

test('every text is found by itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      expect(matches([other, text], text)).toBe(true)
    }),
  )
})

test('numbers in names are ordered as numbers', () => {
  expect(['node-10', 'Node-2', 'node-1'].toSorted(compareNatural)).toEqual(['node-1', 'Node-2', 'node-10'])
})

test('counted words', () => {
  expect(pluralize(1, 'instance')).toBe('1 instance')
  expect(pluralize(0, 'instance')).toBe('0 instances')
  expect(pluralize(2, 'GPU', 'GPUs')).toBe('2 GPUs')
})

test('words of machines become words of people', () => {
  expect(readable('warming_up')).toBe('Warming up')
  expect(readable('nextflow-tail')).toBe('Nextflow tail')
  expect(readable('_')).toBe('_')
})

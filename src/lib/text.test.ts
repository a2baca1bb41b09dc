import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { matches } from './matches.ts'
import {
  compareNatural,
  initial,
  letterStart,
  nameParts,
  pluralize,
  readable,
  searchWords,
  urlPart,
} from './text.ts'

test('search takes all words, anywhere, whatever their case and accents', () => {
  const texts = ['rna-atlas', 'RStudio', null, 'Zoë’s lab']
  expect(matches(texts, '')).toBe(true)
  expect(matches(texts, '  STUDIO atlas ')).toBe(true)
  expect(matches(texts, 'zoe')).toBe(true)
  expect(matches(texts, 'studio marimo')).toBe(false)
})

test('a query is its words, in lower case and without accents', () => {
  expect(searchWords('  RNA\tZoë  Ａ ')).toEqual(['rna', 'zoe', 'a'])
  expect(searchWords(' ')).toEqual([])
})

test('any text can be a part of a URL', () => {
  expect(urlPart('a/b c?d')).toBe('a%2Fb%20c%3Fd')
  expect(urlPart('x\uD800y\uDC00')).toBe('x%EF%BF%BDy%EF%BF%BD')
  expect(urlPart('🦩')).toBe('%F0%9F%A6%A9')
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

test('names are ordered as by the collation of the language', () => {
  const collation = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' })
  const name = fc.oneof(
    fc.stringMatching(/^[a-c0-2A-C-]{0,8}$/),
    fc.constantFrom('zoë', 'a_b', '9'.repeat(41)),
  )
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(Math.sign(compareNatural(a, b)), `${a} ${b}`).toBe(Math.sign(collation.compare(a, b)))
    }),
    { numRuns: 2000 },
  )
})

test('numbers in names are ordered as numbers', () => {
  expect(['node-10', 'Node-2', 'node-1'].toSorted(compareNatural)).toEqual(['node-1', 'Node-2', 'node-10'])
})

test.each([
  ['ada', 'A'],
  ['🦩 lab', '🦩'],
  ['👩🏽‍🔬 Zoë', '👩🏽‍🔬'],
  ['🇩🇪', '🇩🇪'],
  ['é', 'É'],
  ['', ''],
])('the first letter of %j is %j', (name, letter) => {
  expect(initial(name)).toBe(letter)
})

test('a text is cut between letters', () => {
  expect(letterStart('a👩🏽‍🔬b', 4)).toBe(1)
  expect(letterStart('a👩🏽‍🔬b', 0)).toBe(0)
  expect(letterStart('ab', 7)).toBe(0)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, at) => {
      const start = letterStart(text, at % text.length)
      expect(`${text.slice(0, start)} ${text.slice(start)}`).not.toMatch(/\p{Surrogate}/u)
    }),
  )
})

test.each([
  ['rna-atlas', 'rna-atlas', ''],
  ['rna-atlas-1', 'rna-atlas-1', ''],
  ['rna-atlas-12', 'rna-at', 'las-12'],
  ['single-cell-perturbation-7', 'single-cell-pertu', 'rbation-7'],
  ['ligand-screen-e\u0301tude-12', 'ligand-screen-', 'e\u0301tude-12'],
  ['🦩🦩🦩🦩🦩🦩🦩🦩', '🦩🦩🦩🦩', '🦩🦩🦩🦩'],
  ['🦩'.repeat(9), '🦩'.repeat(4), '🦩'.repeat(5)],
  ['נשר-مرحبا-rtl', 'נשר-مرحبا-rtl', ''],
  ['a-long-name-ending-in-\u{1E900}', 'a-long-name-ending-in-\u{1E900}', ''],
])('of %j %j may be cut, and %j stays', (name, start, end) => {
  expect(nameParts(name)).toEqual([start, end])
})

test('both parts of a name together are the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(nameParts(name).join('')).toBe(name)
    }),
  )
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
  expect(readable('__odd--word_')).toBe('Odd word')
})

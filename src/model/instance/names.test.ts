import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { confirmedBy, generateName, nameProblem } from './names.ts'

test('a generated name is always a sound one', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.infiniteStream(random), (stream) => {
      const name = generateName(() => Number(stream.next().value))
      expect(name).toMatch(/^[a-z]+-[a-z]+-\d{2,3}$/)
      expect(nameProblem(name)).toBeNull()
    }),
  )
})

test('both ends of the dice give a name', () => {
  expect(generateName(() => 0)).toBe('able-acorn-10')
  expect(generateName(() => 0.999999)).toMatch(/^zealous-wren-999$/)
})

test.each(['dev-server', 'a1', '4-u', 'a'.repeat(63)])('%s is sound', (name) => {
  expect(nameProblem(name)).toBeNull()
})

test.each([
  ['', 'at least 2'],
  ['a', 'at least 2'],
  ['a'.repeat(64), 'at most 63'],
  ['Dev', 'lowercase'],
  ['-dev', 'hyphen'],
  ['dev-', 'hyphen'],
  ['dev_server', 'lowercase'],
  ['dev server', 'lowercase'],
])('%j is not, and the sentence says why', (name, why) => {
  expect(nameProblem(name)).toContain(why)
})

test.each([
  ['rna-atlas', 'rna-atlas'],
  ['  outer  space ', 'outer space'],
  ['Zoë’s 箱 🦩', 'Zoë’s 箱 🦩'],
  ['\u200b', 'u-1'],
  ['x\uFFFDy', 'u-1'],
])('a delete of %j is confirmed by %j', (name, typed) => {
  expect(confirmedBy({ name, uuid: 'u-1' })).toBe(typed)
})

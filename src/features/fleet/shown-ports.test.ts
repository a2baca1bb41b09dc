import { expect, test } from 'vitest'

import { portsIn } from './shown-ports.ts'

test.each([
  [[22], [22]],
  [
    [22, 5432],
    [22, 5432],
  ],
  [[22, 80, 443], [22]],
  [[22, 5432, 65_535], [22]],
  [[65_535, 65_534, 65_533], [65_535]],
] as const)('of the ports %j a narrow cell shows %j, each whole', (ports, shown) => {
  expect(portsIn(ports, 106)).toEqual(shown)
})

test('a wide cell shows all of them', () => {
  expect(portsIn([22, 80, 443, 8080], 256)).toEqual([22, 80, 443, 8080])
  expect(portsIn([], 112)).toEqual([])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'

import { steadyOrder } from './use-steady-order.ts'

const fleet = (uuids: readonly string[]) => uuids.map((uuid) => anInstance({ uuid, name: uuid }))
const uuidsOf = (previous: string[], next: string[]) =>
  steadyOrder(previous, fleet(next)).map(({ uuid }) => uuid)

test('rows keep their places, the gone leave no hole, and newcomers come last', () => {
  expect(uuidsOf(['a', 'b', 'c'], ['n', 'c', 'a', 'm'])).toEqual(['a', 'c', 'n', 'm'])
})

test('nothing is lost and nothing is doubled', () => {
  const uuids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }))
  fc.assert(
    fc.property(uuids, uuids, (previous, next) => {
      expect(uuidsOf(previous, next).toSorted()).toEqual(next.toSorted())
    }),
  )
})

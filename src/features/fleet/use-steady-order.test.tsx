import { act, renderHook } from '@testing-library/react'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'

import { type HoldReason, steadyOrder, useSteadyOrder } from './use-steady-order.ts'

const rows = (uuids: readonly string[]) => uuids.map((uuid) => anInstance({ uuid, name: uuid }))
const uuidsOf = (previous: string[], next: string[]) =>
  steadyOrder(previous, rows(next)).map(({ uuid }) => uuid)

test('rows keep their places, the gone leave no hole, and newcomers come last', () => {
  expect(uuidsOf(['a', 'b', 'c'], ['n', 'c', 'a', 'm'])).toEqual(['a', 'c', 'n', 'm'])
})

test('rows that are in their places already are the same list, so that nothing follows from it anew', () => {
  const list = rows(['a', 'b', 'c'])
  expect(steadyOrder(['a', 'b', 'c'], list)).toBe(list)
  expect(steadyOrder(['b', 'a', 'c'], list)).not.toBe(list)
})

test('nothing is lost and nothing is doubled', () => {
  const uuids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }))
  fc.assert(
    fc.property(uuids, uuids, (previous, next) => {
      expect(uuidsOf(previous, next).toSorted()).toEqual(next.toSorted())
    }),
  )
})

const fleet = (names: string) => names.split('').map((name) => anInstance({ uuid: name, name }))
const aView = {}

const orderOf = (names: string) => {
  const props = { names, isMenuOpen: false, view: aView }
  const hook = renderHook(
    ({ names, isMenuOpen, view }: typeof props) => useSteadyOrder(fleet(names), { isMenuOpen, view }),
    { initialProps: props },
  )
  return {
    shown: () => hook.result.current.instances.map(({ uuid }) => uuid).join(''),
    hold: () => hook.result.current.hold,
    set: (reason: HoldReason, isOn: boolean) => {
      act(() => {
        hook.result.current.hold(reason, isOn)
      })
    },
    sorted: (changed: Partial<typeof props>) => {
      hook.rerender(Object.assign(props, changed))
    },
  }
}

test('while something rests on the rows they keep their places, and newcomers come last', () => {
  const { shown, set, sorted } = orderOf('bcd')
  set('pointer', true)
  sorted({ names: 'adcb' })
  expect(shown()).toBe('bcda')
  set('pointer', false)
  expect(shown()).toBe('adcb')
})

test('they keep them until nothing holds them any more', () => {
  const { shown, set, sorted } = orderOf('bcd')
  set('pointer', true)
  set('focus', true)
  sorted({ names: 'dcb', isMenuOpen: true })
  set('pointer', false)
  set('focus', false)
  expect(shown()).toBe('bcd')
  sorted({ isMenuOpen: false })
  expect(shown()).toBe('dcb')
})

test('a hold that begins later keeps the order of then', () => {
  const { shown, set, sorted } = orderOf('bcd')
  set('focus', true)
  set('focus', false)
  sorted({ names: 'dcb' })
  set('focus', true)
  sorted({ names: 'bcd' })
  expect(shown()).toBe('dcb')
})

test('another view is shown in its own order at once, and then kept', () => {
  const { shown, set, sorted } = orderOf('bcd')
  set('pointer', true)
  sorted({ names: 'dcb', view: {} })
  expect(shown()).toBe('dcb')
  sorted({ names: 'adcb' })
  expect(shown()).toBe('dcba')
})

test('hold stays the same function', () => {
  const { hold, set, sorted } = orderOf('bcd')
  const before = hold()
  set('focus', true)
  sorted({ names: 'dcb' })
  expect(hold()).toBe(before)
})

import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'

import { useSelection } from './use-selection.ts'

const fleet = (...uuids: string[]) => uuids.map((uuid) => anInstance({ uuid, name: uuid }))

const selectionOf = (...uuids: string[]) => {
  const hook = renderHook(({ visible }) => useSelection(visible), {
    initialProps: { visible: fleet(...uuids) },
  })
  return {
    now: () => hook.result.current,
    selected: () => hook.result.current.selected.map(({ uuid }) => uuid),
    show: (...shown: string[]) => {
      hook.rerender({ visible: fleet(...shown) })
    },
    toggle: (uuid: string, isSelected = true, withRange = false) => {
      act(() => {
        hook.result.current.toggle(uuid, isSelected, withRange)
      })
    },
  }
}

test('Shift takes along what lies between, either way, and takes it off again', () => {
  const { toggle, selected } = selectionOf('a', 'b', 'c', 'd', 'e')
  toggle('d')
  toggle('b', true, true)
  expect(selected()).toEqual(['b', 'c', 'd'])
  toggle('d', false, true)
  expect(selected()).toEqual([])
})

test('Shift goes by the order that is shown now, and by itself where the other end is no longer shown', () => {
  const { toggle, selected, show } = selectionOf('a', 'b', 'c', 'd')
  toggle('a')
  show('d', 'c', 'b', 'a')
  toggle('c', true, true)
  expect(selected()).toEqual(['c', 'b', 'a'])
  show('d', 'b')
  toggle('d', true, true)
  expect(selected()).toEqual(['d', 'b'])
})

test('only what is shown is selected; what is shown again is selected again', () => {
  const { toggle, selected, show, now } = selectionOf('a', 'b')
  toggle('a')
  toggle('b')
  expect([now().isAll, now().isSome]).toEqual([true, false])
  show('b', 'c')
  expect(selected()).toEqual(['b'])
  expect([now().isAll, now().isSome]).toEqual([false, true])
  show('a', 'b')
  expect(selected()).toEqual(['a', 'b'])
})

test('all takes what is shown and nothing else, and clearing leaves nothing', () => {
  const { selected, show, now } = selectionOf('a', 'b')
  act(() => {
    now().toggleAll(true)
  })
  show('a', 'b', 'c')
  expect(selected()).toEqual(['a', 'b'])
  act(() => {
    now().clear()
  })
  expect(selected()).toEqual([])
})

test('toggle stays the same function, since every row has it', () => {
  const { toggle, show, now } = selectionOf('a', 'b')
  const before = now().toggle
  toggle('a')
  show('b', 'a', 'c')
  expect(now().toggle).toBe(before)
})

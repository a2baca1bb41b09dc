import { expect, test } from 'vitest'

import { mostSavedViews, type SavedView, withoutView, withView } from './saved-views.ts'

const view = (name: string, search = ''): SavedView => ({ name, search })

test('a view keeps its place when it is saved anew, and case tells no two apart', () => {
  const views = [view('Mine'), view('Idle')]
  expect(withView(views, view('mine', 'gpu=yes'))).toEqual([view('mine', 'gpu=yes'), view('Idle')])
  expect(withView(views, view('Old'))?.map(({ name }) => name)).toEqual(['Mine', 'Idle', 'Old'])
  expect(withoutView(views, 'MINE')).toEqual([view('Idle')])
})

test('there is an end to them', () => {
  const many = Array.from({ length: mostSavedViews }, (_, index) => view(`view ${index}`))
  expect(withView(many, view('one more'))).toBeNull()
  expect(withView(many, view('view 3', 'q=x'))).toHaveLength(mostSavedViews)
})

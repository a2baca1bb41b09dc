import { expect, test } from 'vitest'

import { columnKeys, defaultColumns } from '#model/fleet/fleet-columns.ts'

import { columnsFor } from './columns.ts'

const keys = (chosen: Parameters<typeof columnsFor>[0]) => columnsFor(chosen).map(({ key }) => key)
const shownFrom = (chosen: Parameters<typeof columnsFor>[0], wanted: string) =>
  Number(/\d+/.exec(columnsFor(chosen).find(({ key }) => key === wanted)?.className ?? '')?.[0])

test('name, selection and actions are always there, the others as chosen and in one order', () => {
  expect(keys([])).toEqual(['select', 'name', 'open', 'actions'])
  expect(keys(['owner', 'state'])).toEqual(['select', 'name', 'state', 'owner', 'open', 'actions'])
})

test('all of the usual columns fit the usual window', () => {
  for (const key of [...defaultColumns, 'open'].filter((key) => key !== 'cost'))
    expect(shownFrom(defaultColumns, key), key).toBeLessThanOrEqual(1150)
})

test('what was asked for takes the place of what is there anyway', () => {
  expect(shownFrom([...defaultColumns, 'owner'], 'owner')).toBeLessThan(
    shownFrom([...defaultColumns, 'owner'], 'cpu'),
  )
})

test('every column appears at some width, however many are chosen', () => {
  for (const { className } of columnsFor(columnKeys)) expect(className).not.toBe('hidden')
})

test('the same choice is the same list', () => {
  expect(columnsFor(['cost', 'age'])).toBe(columnsFor(['cost', 'age']))
})

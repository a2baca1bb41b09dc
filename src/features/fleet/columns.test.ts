import { expect, test } from 'vitest'

import { columnKeys, defaultColumns } from '#model/fleet/fleet-columns.ts'

import { columnsFor } from './columns.ts'

const keys = (chosen: Parameters<typeof columnsFor>[0]) => columnsFor(chosen).map(({ key }) => key)
/** From which width of the table on, in px; 0 for what is always there. */
const shownFrom = (chosen: Parameters<typeof columnsFor>[0], wanted: string) => {
  const { className } = columnsFor(chosen).find(({ key }) => key === wanted) ?? { className: 'hidden' }
  if (/(?:^| )hidden/.test(className)) return Infinity
  return 16 * Number(/@max-\[(\d+)rem\]:hidden/.exec(className)?.[1] ?? 0)
}

test('name, selection and actions are always there, the others as chosen and in one order', () => {
  expect(keys([])).toEqual(['select', 'name', 'actions'])
  expect(keys(['owner', 'state'])).toEqual(['select', 'name', 'state', 'owner', 'actions'])
})

test('what matters most fits everywhere, the size and the hardware the usual window, the rest wide ones', () => {
  for (const key of ['state', 'cpu', 'cost']) expect(shownFrom(defaultColumns, key), key).toBe(0)
  for (const key of ['vcpu', 'ram', 'disk', 'age', 'hardware'])
    expect(shownFrom(defaultColumns, key), key).toBeLessThanOrEqual(1216)
  for (const key of ['owner', 'ip', 'memory-use', 'disk-use', 'month'])
    expect(shownFrom(defaultColumns, key), key).toBeLessThanOrEqual(2560)
})

test('beside a rail of icons, 1024 px have all but the hardware, which stands under the name', () => {
  const table = 1024 - 56
  const isShown = (key: string) => shownFrom(defaultColumns, key) <= table
  expect(
    columnsFor(defaultColumns)
      .map(({ key }) => key)
      .filter(isShown),
  ).toEqual(['select', 'name', 'state', 'cpu', 'vcpu', 'ram', 'disk', 'cost', 'age', 'actions'])
})

test('what was asked for takes the place of what is there anyway', () => {
  const chosen = [...defaultColumns, 'tier'] as const
  expect(shownFrom(chosen, 'tier')).toBeLessThan(shownFrom(chosen, 'age'))
  expect(shownFrom(chosen, 'hardware')).toBeLessThan(shownFrom(chosen, 'age'))
  expect(shownFrom(['state', 'cost', 'owner'], 'owner')).toBeLessThan(shownFrom(defaultColumns, 'owner'))
})

test('every column appears at some width, however many are chosen', () => {
  for (const { key, className } of columnsFor(columnKeys))
    expect(className.split(' '), key).not.toContain('hidden')
})

test('the same choice is the same list', () => {
  expect(columnsFor(['cost', 'age'])).toBe(columnsFor(['cost', 'age']))
})

import { describe, expect, test } from 'vitest'

import { searchText } from '#lib/search-params.ts'

import { defaultViewOptions, optionsOf } from './fleet-columns.ts'
import { fleetSearch } from './fleet-search.ts'

const chosen = { density: 'compact', columns: ['owner'] } as const
const look = (search: string) => optionsOf(fleetSearch.read(new URLSearchParams(search)), chosen)

describe('how the table is drawn', () => {
  test('is what the address says, else what was chosen here', () => {
    expect(look('density=comfortable&columns=cost,state')).toEqual({
      density: 'comfortable',
      columns: ['state', 'cost'],
    })
    expect(look('density=comfortable')).toEqual({ density: 'comfortable', columns: ['owner'] })
    expect(look('')).toEqual(chosen)
    expect(optionsOf(fleetSearch.read(new URLSearchParams()), defaultViewOptions)).toEqual(defaultViewOptions)
  })

  test.each(['density=huge', 'columns=', 'columns=price,colour', 'density=&columns=,'])(
    '“%s” makes no sense, and decides nothing',
    (search) => {
      expect(look(search)).toEqual(chosen)
    },
  )

  test('unknown columns are left out, and no column at all can be meant', () => {
    expect(look('columns=cost,colour').columns).toEqual(['cost'])
    expect(look('columns=none').columns).toEqual([])
  })

  test.each([
    { density: 'compact', columns: ['state', 'cost'], address: 'density=compact&columns=state,cost' },
    { density: 'comfortable', columns: [], address: 'density=comfortable&columns=none' },
    { density: '', columns: null, address: '' },
  ] as const)('is written as “$address” and reads back', ({ address, density, columns }) => {
    const nothing = fleetSearch.read(new URLSearchParams())
    const view = { ...nothing, density, columns: columns === null ? null : [...columns] }
    expect(searchText(fleetSearch.write(view))).toBe(address)
    expect(fleetSearch.read(new URLSearchParams(address))).toEqual(view)
  })
})

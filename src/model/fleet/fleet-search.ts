import { freeText, oneOf, searchCodec, wordList } from '#lib/search-params.ts'

import { columnsParam, densityParam } from './fleet-columns.ts'

export const sortKeys = ['name', 'state', 'size', 'cost', 'age', 'owner', 'tier', 'ip', 'created'] as const
export type SortKey = (typeof sortKeys)[number]

export const groupKeys = ['none', 'state', 'flavor', 'owner'] as const
export type GroupKey = (typeof groupKeys)[number]

const filters = {
  q: freeText(),
  /** States by the API's words, or kinds of state: `stopped` is both `shut_off` and `exited`. */
  state: wordList(),
  type: wordList(),
  flavor: wordList(),
  tier: wordList(),
  gpu: oneOf(['any', 'yes', 'no'], 'any'),
  owner: wordList(),
  /** Tags that were given in this browser. */
  tag: wordList(),
}

/** The fleet's view in its query string, so that a filtered list is a bookmark. */
export const fleetSearch = searchCodec({
  ...filters,
  sort: oneOf(sortKeys, 'name'),
  order: oneOf(['asc', 'desc'], 'asc'),
  group: oneOf(groupKeys, 'none'),
  density: densityParam(),
  columns: columnsParam(),
})
export type FleetView = ReturnType<typeof fleetSearch.read>

/** The part of the view that hides instances. */
export type FleetFilters = Pick<FleetView, keyof typeof filters>

/** Search and filters off. */
export const noFilters: FleetFilters = searchCodec(filters).read(new URLSearchParams())

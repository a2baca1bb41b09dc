import { freeText, oneOf, searchCodec, wordList } from '#lib/search-params.ts'

export const sortKeys = ['name', 'state', 'size', 'cost', 'age'] as const
export type SortKey = (typeof sortKeys)[number]

export const groupKeys = ['none', 'state', 'flavor', 'owner'] as const
export type GroupKey = (typeof groupKeys)[number]

/** The fleet's view in its query string, so that a filtered list is a bookmark. */
export const fleetSearch = searchCodec({
  q: freeText(),
  /** States by the API's words, or kinds of state: `stopped` is both `shut_off` and `exited`. */
  state: wordList(),
  type: wordList(),
  flavor: wordList(),
  tier: wordList(),
  gpu: oneOf(['any', 'yes', 'no'], 'any'),
  owner: wordList(),
  sort: oneOf(sortKeys, 'name'),
  order: oneOf(['asc', 'desc'], 'asc'),
  group: oneOf(groupKeys, 'none'),
})
export type FleetView = ReturnType<typeof fleetSearch.read>

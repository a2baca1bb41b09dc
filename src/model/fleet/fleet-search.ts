import { freeText, oneOf, searchCodec, wordList } from '#lib/search-params.ts'

import { columnsParam, densityParam } from './fleet-columns.ts'

export const sortKeys = [
  'name',
  'state',
  'size',
  'ram',
  'disk',
  'hardware',
  'cost',
  'age',
  'owner',
  'tier',
  'ip',
  'created',
] as const
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
  /** Whether a web app can be opened now. */
  app: oneOf(['any', 'yes'], 'any'),
  owner: wordList(),
  /** Tags that were given in this browser. */
  tag: wordList(),
  /** Deleted instances are listed for a while; a filter by state shows them as well. */
  deleted: oneOf(['hide', 'show'], 'hide'),
}

/** The fleet's view in its query string, so that a filtered list is a bookmark. */
export const fleetSearch = searchCodec({
  ...filters,
  /** Nothing is the usual order, the dearest first. */
  sort: oneOf(['', ...sortKeys], ''),
  order: oneOf(['asc', 'desc'], 'asc'),
  group: oneOf(groupKeys, 'none'),
  density: densityParam(),
  columns: columnsParam(),
})
export type FleetView = ReturnType<typeof fleetSearch.read>

/** The part of the view that hides instances. */
export type FleetFilters = Pick<FleetView, keyof typeof filters>

export interface Sorting {
  sort: SortKey
  order: FleetView['order']
}

/** The order that a view asks for. */
export const sortingOf = ({ sort, order }: Pick<FleetView, 'sort' | 'order'>): Sorting =>
  sort === '' ? { sort: 'cost', order: 'desc' } : { sort, order }

const filterCodec = searchCodec(filters)

/** Search and filters off. */
export const noFilters: FleetFilters = filterCodec.read(new URLSearchParams())

/** The filters as they stand in an address: the same text for the same filters, none for none. What is searched for is not among them. */
export const filterText = (view: FleetFilters): string => filterCodec.write({ ...view, q: '' }).toString()

/** Whether anything but the search hides instances; that deleted ones are hidden is as usual. */
export const isFiltered = (view: FleetFilters): boolean => filterText({ ...view, deleted: 'hide' }) !== ''

import { searchText } from '#lib/search-params.ts'

import { type FleetFilters, fleetSearch, type FleetView } from './fleet-search.ts'

/** The address of a view with other filters and no search; how it is sorted, grouped and drawn stays. */
export const filteredText = (view: FleetView, other: FleetFilters): string =>
  searchText(fleetSearch.write({ ...view, ...other, q: '' }))

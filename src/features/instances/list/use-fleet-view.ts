import { useSearchParams } from 'react-router'

import { searchText } from '#lib/search-params.ts'
import { fleetSearch, type FleetView } from '#model/fleet-search.ts'

/**
 * The fleet's view as it stands in the URL, and how to change it. Filters, sort and groups are steps one can go back from;
 * typing in the search box replaces the step it is part of.
 */
export const useFleetView = () => {
  const [search, setSearch] = useSearchParams()
  const view = fleetSearch.read(search)
  const change = (part: Partial<FleetView>, { replace = false } = {}) => {
    setSearch(
      (current) => searchText(fleetSearch.write({ ...fleetSearch.read(current), ...part }, current)),
      { replace },
    )
  }
  return { view, change }
}

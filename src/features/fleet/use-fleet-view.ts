import { fleetSearch } from '#model/fleet/fleet-search.ts'

import { useSearchState } from '#page/use-search-state.ts'

/**
 * The fleet's view as it stands in the URL, and how to change it. Filters, sort and groups are steps one can go back from;
 * typing in the search box replaces the step it is part of.
 */
export const useFleetView = () => {
  const { values, change } = useSearchState(fleetSearch)
  return { view: values, change }
}

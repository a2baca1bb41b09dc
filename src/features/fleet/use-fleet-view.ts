import { defaultColumns, type ViewOptions, optionsOf } from '#model/fleet/fleet-columns.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { saveStored } from '#page/save-stored.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { fleetPreferences } from '#storage/preferences.ts'
import { useStored } from '#storage/stored-value.ts'

/**
 * The fleet's view as it stands in the URL, and how to change it. Filters, sort and groups are steps one can go back from;
 * typing in the search box replaces the step it is part of.
 */
export const useFleetView = () => {
  const { values, change } = useSearchState(fleetSearch)
  return { view: values, change }
}

type FleetViewState = ReturnType<typeof useFleetView>

/**
 * How the table is drawn: what the address says, else what was chosen in this browser. A change goes to both: this browser
 * draws it so from now on, and whoever gets the link sees the same. It is no step that one could go back from.
 */
export const useViewOptions = ({ view, change }: FleetViewState) => {
  const chosen = useStored(fleetPreferences)
  const setOptions = (part: Partial<ViewOptions>) => {
    const { density, columns } = { ...chosen, ...part }
    saveStored(fleetPreferences, { density, columns: columns === null ? null : [...columns] })
    const inAddress = part.columns === undefined ? {} : { columns: [...part.columns] }
    change(
      { ...(part.density === undefined ? {} : { density: part.density }), ...inAddress },
      { replace: true },
    )
  }
  return { options: optionsOf(view, { ...chosen, columns: chosen.columns ?? defaultColumns }), setOptions }
}

import { type FleetLook, lookOf } from '#model/fleet/fleet-columns.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { saveKept } from '#page/save-stored.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { fleetPreferences } from '#storage/fleet-preferences.ts'
import { useKept } from '#storage/stored-value.ts'

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
export const useFleetLook = ({ view, change }: FleetViewState) => {
  const chosen = useKept(fleetPreferences)
  const setLook = (part: Partial<FleetLook>) => {
    const { density, columns } = { ...chosen, ...part }
    saveKept(fleetPreferences, { density, columns: [...columns] })
    const inAddress = part.columns === undefined ? {} : { columns: [...part.columns] }
    change(
      { ...(part.density === undefined ? {} : { density: part.density }), ...inAddress },
      { replace: true },
    )
  }
  return { look: lookOf(view, chosen), setLook }
}

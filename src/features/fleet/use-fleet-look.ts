import { fleetPreferences } from '#storage/fleet-preferences.ts'
import { useKept } from '#storage/kept.ts'
import { type FleetLook, lookOf } from '#model/fleet/fleet-columns.ts'
import { saveKept } from '#page/save-kept.ts'

import type { useFleetView } from './use-fleet-view.ts'

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

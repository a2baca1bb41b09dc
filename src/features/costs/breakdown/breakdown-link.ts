import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { paths } from '#model/paths.ts'

import type { BurnPart, SplitKey } from '../burn.ts'

const everything = fleetSearch.read(new URLSearchParams())

/** Where a line of the breakdown leads: the instance itself, or the fleet filtered to what the line sums up; null for neither. */
export const linkOf = (by: SplitKey, { key, label }: Pick<BurnPart, 'key' | 'label'>): string | null => {
  if (by === 'instance') return paths.instance({ name: label, uuid: key })
  // A component has no filter, a state's line is several words of the API, and '' is what the service did not say.
  if (by === 'component' || by === 'state' || key === '') return null
  return paths.instances(fleetSearch.write({ ...everything, [by]: [key] }).toString())
}

import type { Instance } from '#contract/instance.ts'
import { formatNumber } from '#lib/format.ts'
import { letterStart, nameParts } from '#lib/text.ts'
import { defaultColumns, type ViewOptions } from '#model/fleet/fleet-columns.ts'
import { noFilters } from '#model/fleet/fleet-search.ts'
import { dearest, withoutDeleted } from '#model/fleet/fleet-view.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { stateInfo } from '#model/instance/states.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { hourlyFigure, monthlyFigure } from '#model/pricing/price-text.ts'
import { type LastFleet, mostLastRows } from '#storage/last-fleet.ts'

import { columnsFor } from './columns.ts'

/** Longer than any cell shows. */
const longest = 100
const short = (text: string): string =>
  text.length > longest ? text.slice(0, letterStart(text, longest)) : text

const sizeText = (value: number | null): string => (value === null ? '—' : formatNumber(value))

const rowOf = (instance: Instance): LastFleet['rows'][number] => {
  const { kind, word } = stateInfo(instance.state)
  const { prefix, figure } = hourlyFigure(hourlyCost(instance).now)
  const [nameStart, nameEnd] = nameParts(instance.name)
  return {
    nameStart: short(nameStart),
    nameEnd: short(nameEnd),
    note: short(`${environmentLabel(instance)}${instance.resource_type === 'vm' ? ' VM' : ''}`),
    kind,
    state: short(word),
    vcpu: sizeText(instance.n_vcpus),
    ram: sizeText(instance.mem_gib),
    disk: sizeText(instance.disk_size_gib),
    prefix,
    cost: figure,
  }
}

/** The top of the fleet as it stands at its own address, in words: no addresses, no keys, no passwords. Null where there is none. */
export const lastFleetOf = (
  all: readonly Instance[],
  { density, columns }: { density: ViewOptions['density']; columns: ViewOptions['columns'] | null },
): LastFleet | null => {
  const instances = withoutDeleted(all, noFilters)
  if (instances.length === 0) return null
  const total = sumCosts(all.map((instance) => hourlyCost(instance).now))
  const { prefix, figure } = hourlyFigure(total)
  return {
    isCompact: density === 'compact',
    prefix,
    hourly: figure,
    monthly: monthlyFigure(total),
    columns: columnsFor(columns ?? defaultColumns).map(({ key, label, align, sort, className }) => ({
      key,
      // What does not sort has no word there, or as much of one as there is room for: that is left to the app.
      label: sort === null ? '' : label,
      isEnd: align === 'end',
      className,
    })),
    rows: dearest(instances, mostLastRows).map(rowOf),
  }
}

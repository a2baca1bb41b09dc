import ChevronDown from 'lucide-react/icons/chevron-down'

import type { Instance } from '#contract/instance.ts'
import { formatCount, formatNumber } from '#lib/format.ts'
import type { FleetGroup } from '#model/fleet/fleet-view.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { cx } from '#ui/cx.ts'

import type { Column } from './columns.ts'

interface GroupRowProps {
  group: FleetGroup
  columns: readonly Column[]
  isFolded: boolean
  /** How many of its instances are selected. */
  selected: number
  onFold: (isFolded: boolean) => void
  onSelect: (isSelected: boolean) => void
}

/** What the group has of something; what an instance does not say counts as nothing. */
const sumOf = (instances: readonly Instance[], read: (instance: Instance) => number | null): string =>
  formatNumber(instances.reduce((sum, instance) => sum + (read(instance) ?? 0), 0))

const sumIn = (key: Column['key'], { instances }: FleetGroup): string | null => {
  switch (key) {
    case 'vcpu':
      return sumOf(instances, ({ n_vcpus: vcpus }) => vcpus)
    case 'ram':
      return sumOf(instances, ({ mem_gib: memory }) => memory)
    case 'disk':
      return sumOf(instances, ({ disk_size_gib: disk }) => disk)
    case 'cost':
      return hourlyText(sumCosts(instances.map((instance) => hourlyCost(instance).now)))
    default:
      return null
  }
}

/** The head of a group, with its sums below the heads of their columns; it folds, and ticks all of its instances. */
const GroupRow = ({ group, columns, isFolded, selected, onFold, onSelect }: GroupRowProps) => {
  const { label, instances } = group
  return (
    <tr className="fleet-group h-9 bg-sunken text-secondary *:border-b *:border-line">
      <td className="pl-(--table-gutter) @max-[40rem]:hidden">
        <Checkbox
          aria-label={`Select all of ${label}`}
          checked={selected === instances.length}
          indeterminate={selected > 0 && selected < instances.length}
          onCheckedChange={onSelect}
        />
      </td>
      <th
        scope="rowgroup"
        colSpan={2}
        className="px-1.75 text-left font-normal text-ink-muted @max-[40rem]:pl-(--table-gutter)"
      >
        <button
          type="button"
          aria-expanded={!isFolded}
          className="flex h-7 max-w-full items-center gap-1.5 rounded-sm hover:text-ink"
          onClick={() => onFold(!isFolded)}
        >
          <ChevronDown aria-hidden size={14} className={cx('shrink-0', isFolded && '-rotate-90')} />
          <span className="truncate font-semibold text-ink">{label}</span>
          <span className="text-small">{formatCount(instances.length)}</span>
        </button>
      </th>
      {columns.slice(3).map(({ key, align, className }) => (
        <td
          key={key}
          data-cell={key}
          className={cx(
            'px-1.75 py-0 font-semibold last:pr-(--table-gutter)',
            align === 'end' && 'text-right',
            className,
          )}
        >
          {sumIn(key, group)}
        </td>
      ))}
    </tr>
  )
}
export default GroupRow

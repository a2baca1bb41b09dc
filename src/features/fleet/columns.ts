import { type ColumnKey, columnKeys, defaultColumns } from '#model/fleet/fleet-columns.ts'
import type { SortKey } from '#model/fleet/fleet-search.ts'
import { cx } from '#ui/cx.ts'

// The table's own width counts, not the window's, and no script measures it: nothing moves after the first paint. Widths are drawn in
// px and written in rem, so that a larger font needs a wider table for as many columns.

/** Tailwind reads its classes from this file: each width from which a column can be shown is written out. */
const classes: readonly (readonly [from: number, className: string])[] = [
  [848, '@max-[53rem]:hidden'],
  [944, '@max-[59rem]:hidden'],
  [1088, '@max-[68rem]:hidden'],
  [1152, '@max-[72rem]:hidden'],
  [1216, '@max-[76rem]:hidden'],
  [1280, '@max-[80rem]:hidden'],
  [1344, '@max-[84rem]:hidden'],
  [1408, '@max-[88rem]:hidden'],
  [1504, '@max-[94rem]:hidden'],
  [1600, '@max-[100rem]:hidden'],
  [1696, '@max-[106rem]:hidden'],
  [1792, '@max-[112rem]:hidden'],
  [1952, '@max-[122rem]:hidden'],
  [2048, '@max-[128rem]:hidden'],
  [2144, '@max-[134rem]:hidden'],
]

const hiddenBelow = (width: number): string => classes.find(([from]) => width <= from)?.[1] ?? 'hidden'

/** Below 640 px a row is a card: name over a fact, price over use, one act, and the menu. */
export const phone = {
  only: '@min-[40rem]:hidden',
  never: '@max-[40rem]:hidden',
} as const

type SizePart = 'vcpu' | 'ram' | 'disk'
type AnyKey = Exclude<ColumnKey, 'size'> | SizePart | 'select' | 'name' | 'actions'

export interface Column {
  key: AnyKey
  label: string
  align: 'start' | 'end'
  /** What a press on its head sorts by; null where it does not. */
  sort: SortKey | null
  /** Its width, and from which width of the table on it is shown. */
  className: string
  /** That width in px, with a font of 16 px; none where it is always shown. */
  from?: number
}

interface Kind {
  label: string
  /** In px of a table as narrow as can be. */
  width: number
  /** From which width of the table on it is shown to somebody who never chose columns. */
  from: number
  className: string
  align?: 'end'
  sort?: SortKey
}

const kinds: Record<ColumnKey, Kind> = {
  state: { label: 'State', width: 100, from: 0, sort: 'state', className: 'w-[6.25rem] pr-1' },
  // Takes what the others leave.
  cpu: { label: 'CPU now', width: 134, from: 0, className: '' },
  'memory-use': { label: 'Memory in use', width: 142, from: 1952, className: 'w-[9rem]' },
  'disk-use': { label: 'Disk in use', width: 142, from: 1952, className: 'w-[9rem]' },
  size: { label: 'Size', width: 166, from: 848, sort: 'size', align: 'end', className: '' },
  hardware: {
    label: 'Hardware',
    width: 136,
    from: 1088,
    sort: 'hardware',
    className: 'w-[8.5rem] @min-[81rem]:w-[11rem]',
  },
  owner: {
    label: 'Owner',
    width: 144,
    from: 1504,
    sort: 'owner',
    className: 'w-[9rem] @min-[100rem]:w-[11rem]',
  },
  ip: { label: 'IP address', width: 160, from: 1696, sort: 'ip', className: 'w-[10rem]' },
  tier: { label: 'CPU tier', width: 152, from: 0, sort: 'tier', className: 'w-[9.5rem]' },
  created: { label: 'Created', width: 184, from: 0, sort: 'created', className: 'w-[11.5rem]' },
  cost: {
    label: 'Cost / h',
    width: 138,
    from: 0,
    sort: 'cost',
    align: 'end',
    className: 'w-[6.5rem] @min-[53rem]:w-[8.625rem] @min-[94rem]:w-[12rem]',
  },
  month: { label: '≈ month', width: 84, from: 2144, align: 'end', className: 'w-[5.25rem]' },
  age: { label: 'Age', width: 64, from: 944, sort: 'age', align: 'end', className: 'w-[4rem]' },
}

export const columnLabel = (key: ColumnKey): string => kinds[key].label

const sizeParts: readonly Column[] = [
  { key: 'vcpu', label: 'vCPU', align: 'end', sort: 'size', className: 'w-[2.875rem] pr-1' },
  { key: 'ram', label: 'RAM GiB', align: 'end', sort: 'ram', className: 'w-[3.75rem] pl-1 pr-1' },
  { key: 'disk', label: 'Disk GiB', align: 'end', sort: 'disk', className: 'w-[3.75rem] pl-1' },
]

/** Where room is short, the last of these go first: what one asked for outlives what is there anyway. */
const importance: readonly ColumnKey[] = [
  'cost',
  'state',
  'cpu',
  'tier',
  'created',
  'size',
  'hardware',
  'age',
  'owner',
  'ip',
  'memory-use',
  'disk-use',
  'month',
]
const alwaysShown: ReadonlySet<ColumnKey> = new Set(['cost', 'state', 'cpu'])

const select: Column = {
  key: 'select',
  label: 'Select all shown',
  align: 'start',
  sort: null,
  className: `w-12 ${phone.never}`,
}
const nameWidth = 'w-[10.875rem] @min-[73.5rem]:w-[13rem] @min-[81rem]:w-[19rem]'
const actions: Column = {
  key: 'actions',
  label: 'Acts',
  align: 'start',
  sort: null,
  className: 'w-[9.5rem] pointer-coarse:w-[10.25rem]',
}

/** The room that select, name and actions take. */
const fixedWidth = 48 + 174 + 152

/** From which width of the table on each column is shown. */
const shownFrom = (chosen: ReadonlySet<ColumnKey>, isDefault: boolean): ReadonlyMap<ColumnKey, number> => {
  const from = new Map<ColumnKey, number>()
  let taken = fixedWidth
  for (const key of importance) {
    if (!chosen.has(key)) continue
    taken += kinds[key].width
    from.set(key, alwaysShown.has(key) ? 0 : isDefault ? kinds[key].from : taken)
  }
  return from
}

const build = (chosen: ReadonlySet<ColumnKey>, isDefault: boolean): readonly Column[] => {
  const from = shownFrom(chosen, isDefault)
  const columns = columnKeys
    .filter((key) => chosen.has(key))
    .flatMap((key): Column[] => {
      const { label, align = 'start', sort = null, className } = kinds[key]
      const least = from.get(key) ?? 0
      const hidden = alwaysShown.has(key) ? '' : hiddenBelow(least)
      if (key === 'size')
        return sizeParts.map((part) => Object.assign({}, part, { className: cx(part.className, hidden) }))
      return [{ key, label, align, sort, className: cx(className, hidden), from: least }]
    })
  // The name is as wide as it needs to be while there is a chart for the room that is left.
  const name: Column = {
    key: 'name',
    label: 'Name',
    align: 'start',
    sort: 'name',
    className: chosen.has('cpu') ? nameWidth : '',
  }
  return [select, name, ...columns, actions]
}

const built = new Map<string, readonly Column[]>()

/** The columns of the table for those that are chosen: the same list for the same choice, so that no row repaints for nothing. */
export const columnsFor = (chosen: readonly ColumnKey[]): readonly Column[] => {
  const key = chosen.join()
  const columns = built.get(key) ?? build(new Set(chosen), key === defaultColumns.join())
  built.set(key, columns)
  return columns
}

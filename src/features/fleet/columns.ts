import { type ColumnKey, columnKeys } from '#model/fleet/fleet-columns.ts'
import { cx } from '#ui/cx.ts'

/** Each is written out, since Tailwind reads class names from the source. */
const classes: readonly (readonly [width: number, className: string])[] = [
  [600, '@max-[600px]:hidden'],
  [660, '@max-[660px]:hidden'],
  [720, '@max-[720px]:hidden'],
  [780, '@max-[780px]:hidden'],
  [840, '@max-[840px]:hidden'],
  [900, '@max-[900px]:hidden'],
  [960, '@max-[960px]:hidden'],
  [1020, '@max-[1020px]:hidden'],
  [1080, '@max-[1080px]:hidden'],
  [1140, '@max-[1140px]:hidden'],
  [1200, '@max-[1200px]:hidden'],
  [1260, '@max-[1260px]:hidden'],
  [1320, '@max-[1320px]:hidden'],
  [1380, '@max-[1380px]:hidden'],
  [1440, '@max-[1440px]:hidden'],
  [1500, '@max-[1500px]:hidden'],
  [1560, '@max-[1560px]:hidden'],
  [1620, '@max-[1620px]:hidden'],
  [1680, '@max-[1680px]:hidden'],
  [1740, '@max-[1740px]:hidden'],
  [1800, '@max-[1800px]:hidden'],
]

/**
 * Hides what needs `width` px of the table while the table is narrower. The table's own width counts, not the window's, and no
 * script measures it: nothing moves after the first paint.
 */
const hiddenBelow = (width: number): string => classes.find(([from]) => width <= from)?.[1] ?? 'hidden'

/** Below 600 px rows are cards of two lines: these say what differs there. */
export const phone = {
  actions: '@max-[600px]:w-[50px] @max-[600px]:pl-0',
  cost: '@max-[600px]:pl-0',
  row: '@max-[600px]:h-[52px]',
  only: '@min-[600px]:hidden',
  never: '@max-[600px]:hidden',
} as const

/** `open` is the button of a web app: it needs a place of its own, and is the first to give it up. */
type AnyKey = ColumnKey | 'select' | 'name' | 'open' | 'actions'

export interface Column {
  key: AnyKey
  label: string
  align: 'start' | 'end'
  /** In px; the name takes what is left. */
  width: number | null
  /** From which width of the table on it is shown. */
  className: string
}

interface Kind {
  label: string
  width: number
  align?: 'end'
}

const kinds: Record<ColumnKey | 'open', Kind> = {
  state: { label: 'State', width: 112 },
  size: { label: 'Size', width: 236 },
  cpu: { label: 'CPU now', width: 148 },
  cost: { label: 'Cost / h', width: 100, align: 'end' },
  age: { label: 'Age', width: 84, align: 'end' },
  owner: { label: 'Owner', width: 190 },
  tier: { label: 'CPU tier', width: 152 },
  ip: { label: 'IP address', width: 140 },
  created: { label: 'Created', width: 184 },
  open: { label: 'Web app', width: 80 },
}

export const columnLabel = (key: ColumnKey): string => kinds[key].label

/** Where room is short, the last of these go first: what one asked for outlives what is there anyway. */
const importance: readonly (ColumnKey | 'open')[] = [
  'cost',
  'state',
  'owner',
  'tier',
  'ip',
  'created',
  'size',
  'age',
  'cpu',
  'open',
]

const nameAtLeast = 200
const select: Column = {
  key: 'select',
  label: 'Select all shown',
  align: 'start',
  width: 40,
  className: 'pr-0',
}
const name: Column = { key: 'name', label: 'Name', align: 'start', width: null, className: '' }
const actions: Column = {
  key: 'actions',
  label: 'Acts',
  align: 'start',
  width: null,
  className: `w-[116px] ${phone.actions}`,
}

const build = (chosen: ReadonlySet<ColumnKey | 'open'>): readonly Column[] => {
  const from = new Map<AnyKey, number>()
  let taken = 40 + nameAtLeast + 116
  for (const key of importance) {
    if (!chosen.has(key)) continue
    taken += kinds[key].width
    from.set(key, taken)
  }
  const shown = ([...columnKeys, 'open'] as const).filter((key) => chosen.has(key))
  return [
    select,
    name,
    ...shown.map((key) => ({
      key,
      label: kinds[key].label,
      align: kinds[key].align ?? ('start' as const),
      width: kinds[key].width,
      className: cx(key === 'cost' ? phone.cost : hiddenBelow(from.get(key) ?? 0), key === 'open' && 'pr-0'),
    })),
    actions,
  ]
}

const built = new Map<string, readonly Column[]>()

/** The columns of the table for those that are chosen: the same list for the same choice, so that no row repaints for nothing. */
export const columnsFor = (chosen: readonly ColumnKey[]): readonly Column[] => {
  const key = chosen.join()
  const columns = built.get(key) ?? build(new Set([...chosen, 'open']))
  built.set(key, columns)
  return columns
}

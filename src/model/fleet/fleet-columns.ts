import * as z from 'zod/mini'

/** The columns one can choose, in their order. Name, selection and actions are always there. */
export const columnKeys = [
  'state',
  'cpu',
  'memory-use',
  'disk-use',
  'size',
  'hardware',
  'owner',
  'ip',
  'tier',
  'created',
  'cost',
  'month',
  'age',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** What one sees who never chose: as much of it as the table has room for. */
export const defaultColumns: readonly ColumnKey[] = columnKeys.filter(
  (key) => key !== 'tier' && key !== 'created',
)

/** How tall a row is: two lines, or one. */
export const densities = ['comfortable', 'compact'] as const
export type RowDensity = (typeof densities)[number]

/** How the table is drawn. */
export interface ViewOptions {
  density: RowDensity
  columns: readonly ColumnKey[]
}

export const defaultViewOptions: ViewOptions = { density: 'comfortable', columns: defaultColumns }

const none = 'none'

/** Null where the text names no column at all: it then decides nothing. */
const readColumns = (text: string): ColumnKey[] | null => {
  const words = new Set(text.split(','))
  const chosen = columnKeys.filter((key) => words.has(key))
  return chosen.length > 0 || text === none ? chosen : null
}

/** `columns=state,cost` in the address, or `columns=none`; null where the address does not say. */
export const columnsParam = () =>
  z.catch(
    z.codec(z.string(), z.nullable(z.array(z.enum(columnKeys))), {
      decode: readColumns,
      encode: (columns) => (columns === null ? '' : columns.join(',') || none),
    }),
    null,
  )

/** `density=compact` in the address; empty where the address does not say. */
export const densityParam = () => z.catch(z.enum(['', ...densities]), '')

interface OptionsInAddress {
  density: RowDensity | ''
  columns: readonly ColumnKey[] | null
}

/** What the address says wins, so that a shared link shows what its sender saw; else what was chosen here; each by itself. */
export const optionsOf = ({ density, columns }: OptionsInAddress, chosen: ViewOptions): ViewOptions => ({
  density: density === '' ? chosen.density : density,
  columns: columns ?? chosen.columns,
})

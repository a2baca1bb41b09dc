import type { SortKey } from '#model/fleet-search.ts'

export interface Column {
  key: SortKey | 'select' | 'cpu' | 'acts'
  label: string
  align?: 'start' | 'end'
  /** Its width, and from which width of the page on it is shown. */
  className: string
}

/** The columns in their order. A phone shows what matters of the others under the name. */
export const columns: readonly Column[] = [
  { key: 'select', label: 'Select all shown', className: 'w-11 pr-0' },
  { key: 'name', label: 'Name', className: '' },
  { key: 'state', label: 'State', className: 'w-[132px] max-md:hidden' },
  { key: 'size', label: 'Size', className: 'w-[24%] max-md:hidden' },
  { key: 'cpu', label: 'CPU now', className: 'w-[164px] max-xl:hidden' },
  { key: 'cost', label: 'Cost / h', align: 'end', className: 'w-[104px]' },
  { key: 'age', label: 'Age', align: 'end', className: 'w-[84px] max-lg:hidden' },
  { key: 'acts', label: 'Acts', className: 'w-14 md:w-[128px] xl:w-[196px]' },
]

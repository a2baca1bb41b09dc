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
  { key: 'select', label: 'Select all shown', className: 'w-9 pr-0 md:w-10' },
  { key: 'name', label: 'Name', className: '' },
  { key: 'state', label: 'State', className: 'w-[112px] max-md:hidden' },
  { key: 'size', label: 'Size', className: 'w-[236px] max-md:hidden' },
  { key: 'cpu', label: 'CPU now', className: 'w-[148px] max-xl:hidden' },
  { key: 'cost', label: 'Cost / h', align: 'end', className: 'w-[100px] max-md:pl-0' },
  { key: 'age', label: 'Age', align: 'end', className: 'w-[84px] max-lg:hidden' },
  { key: 'acts', label: 'Acts', className: 'w-[50px] max-md:pl-0 md:w-[116px] xl:w-[188px]' },
]

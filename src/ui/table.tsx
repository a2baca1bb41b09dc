import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { ComponentProps, ReactNode } from 'react'

import { cx } from './cx.ts'

export type Density = 'comfortable' | 'compact'

type TableProps = ComponentProps<'table'> & {
  /** The accessible name. */
  label: string
  /** Runs to the edges of the page instead of having a frame of its own. */
  isBleeding?: boolean
}

/**
 * A framed table. Column widths come from its header cells alone, so that no new value moves a column. The frame clips instead of
 * scrolling: the header stays in sight while the page scrolls.
 */
export const Table = ({ label, isBleeding = false, className, ...rest }: TableProps) => (
  <div
    className={cx(
      'overflow-clip border-line bg-surface',
      isBleeding
        ? 'border-y [--table-gutter:1rem] md:[--table-gutter:1.5rem]'
        : 'rounded-panel border [--table-gutter:0.75rem]',
    )}
  >
    <table
      {...rest}
      aria-label={label}
      className={cx('w-full table-fixed border-separate border-spacing-0', className)}
    />
  </div>
)

export type SortDirection = 'ascending' | 'descending'

type ColumnHeadProps = Omit<ComponentProps<'th'>, 'align'> & {
  align?: 'start' | 'end'
  /** Whether the table is sorted by this column now. */
  sorted?: SortDirection | undefined
  /** Makes the head a button that sorts. */
  onSort?: (() => void) | undefined
  children?: ReactNode
}

/** The head of a column; it stays at the top of the window. */
export const ColumnHead = ({
  align = 'start',
  sorted,
  onSort,
  className,
  children,
  ...rest
}: ColumnHeadProps) => {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={sorted ?? (onSort === undefined ? undefined : 'none')}
      {...rest}
      className={cx(
        'sticky top-0 z-10 h-8.5 border-b border-line bg-surface px-1.75 text-small font-medium whitespace-nowrap text-ink-muted first:pl-(--table-gutter) last:pr-(--table-gutter)',
        align === 'end' ? 'text-right' : 'text-left',
        className,
      )}
    >
      {onSort === undefined ? (
        children
      ) : (
        <button
          type="button"
          onClick={onSort}
          className={cx(
            'group relative -mx-1.5 inline-flex h-6 max-w-[calc(100%+0.75rem)] items-center rounded-sm px-1.5 hover:text-ink',
            sorted !== undefined && 'text-ink',
          )}
        >
          <span className="truncate">{children}</span>
          <Arrow
            aria-hidden
            size={12}
            className={cx(
              'absolute inset-y-0 my-auto',
              align === 'end' ? 'right-[calc(100%-4px)]' : 'left-[calc(100%-4px)]',
              sorted === undefined && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60',
            )}
          />
        </button>
      )}
    </th>
  )
}

type RowProps = ComponentProps<'tr'> & {
  density?: Density
  selected?: boolean
}

/** One row: two lines of text in 44 px, or one in 36. */
export const Row = ({ density = 'comfortable', selected = false, className, ...rest }: RowProps) => (
  <tr
    {...rest}
    aria-selected={selected || undefined}
    className={cx(
      'group/row *:border-b *:border-line last:*:border-b-0',
      density === 'comfortable' ? 'h-11' : 'h-9',
      selected
        ? 'bg-[color-mix(in_oklab,var(--accent-soft)_60%,transparent)]'
        : 'hover:bg-[color-mix(in_oklab,var(--sunken)_55%,transparent)]',
      className,
    )}
  />
)

type CellProps = Omit<ComponentProps<'td'>, 'align'> & { align?: 'start' | 'end' }

export const Cell = ({ align = 'start', className, ...rest }: CellProps) => (
  <td
    {...rest}
    className={cx(
      'truncate px-1.75 py-0 first:pl-(--table-gutter) last:pr-(--table-gutter)',
      align === 'end' ? 'text-right' : 'text-left',
      className,
    )}
  />
)

/** The second, quieter line of a cell. */
export const CellNote = ({ children }: { children: ReactNode }) => (
  <span className="block truncate text-small text-ink-muted">{children}</span>
)

import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps } from 'react'

import { cx } from './cx.ts'
import { useFieldControl } from './field-context.ts'

type SelectProps = Omit<ComponentProps<'select'>, 'size' | 'multiple'> & { size?: 'sm' | 'md' }

/** The browser's own select in our clothes: it opens at once, everywhere, and phones show their wheel. */
export const Select = ({ size = 'md', className, children, ...rest }: SelectProps) => (
  <span className={cx('relative inline-flex min-w-0', size === 'md' && 'w-full', className)}>
    <select
      {...rest}
      {...useFieldControl(rest)}
      className={cx(
        'w-full min-w-0 appearance-none truncate rounded-control border border-line-strong bg-surface text-ink transition-colors hover:border-ink-faint disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted aria-invalid:border-bad pointer-coarse:h-10 pointer-coarse:text-[1rem]',
        size === 'md'
          ? 'h-[2.125rem] pr-8 pl-2.5 text-body'
          : 'h-[1.625rem] pr-6 pl-2 text-small font-medium',
      )}
    >
      {children}
    </select>
    <ChevronDown
      aria-hidden
      size={size === 'md' ? 15 : 13}
      className={cx(
        'pointer-events-none absolute inset-y-0 my-auto text-ink-muted',
        size === 'md' ? 'right-2.5' : 'right-1.5',
      )}
    />
  </span>
)

import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import type { ComponentProps } from 'react'

import { cx } from './cx.ts'

type ChipProps = Omit<ComponentProps<'button'>, 'disabled' | 'value'> & {
  /** The facet, for example "State". */
  label: string
  /** What is chosen in it, in words; nothing chosen shows the dashed outline. */
  value?: string | undefined
  /** Takes the filter off; offered while it is on. */
  onClear?: () => void
}

/** A filter in the filter bar: a button that opens its choices, and a second one that takes it off. */
export const Chip = ({ label, value, onClear, className, ...rest }: ChipProps) => {
  const on = value !== undefined
  return (
    <span
      className={cx(
        'inline-flex h-[1.625rem] max-w-64 min-w-0 items-stretch rounded-full border text-small transition-colors pointer-coarse:h-9',
        on
          ? 'border-transparent bg-accent-soft font-medium text-accent forced-colors:border-current'
          : 'border-dashed border-line-strong text-ink-muted hover:border-ink-faint hover:text-ink',
        className,
      )}
    >
      <button
        type="button"
        {...rest}
        className={cx(
          'flex min-w-0 items-center gap-1.5 rounded-full pl-2.5',
          on && onClear !== undefined ? 'pr-1' : 'pr-2.5',
        )}
      >
        {!on && <Plus aria-hidden size={12} className="-ml-0.5 shrink-0" />}
        <span className="truncate">
          {label}
          {on && `: ${value}`}
        </span>
      </button>
      {on && onClear !== undefined && (
        <button
          type="button"
          aria-label={`Clear filter ${label}`}
          onClick={onClear}
          className="grid w-6 shrink-0 place-items-center rounded-full hover:bg-[color-mix(in_oklab,var(--accent)_14%,transparent)]"
        >
          <X aria-hidden size={12} />
        </button>
      )}
    </span>
  )
}

import { type ComponentProps, type ReactNode, useId } from 'react'

import { cx } from './cx.ts'

type RadioCardProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'title' | 'disabled' | 'children'> & {
  title: string
  description?: ReactNode
  /** Why this choice is not possible here. It stands in the card, in place of the description. */
  disabledReason?: string | undefined
}

/**
 * A choice one can read. The native radio lies over the whole card, invisible: every click, key and script meets a real
 * radio, whose name is exactly the title.
 */
export const RadioCard = ({
  title,
  description,
  disabledReason,
  className,
  'aria-describedby': describedBy,
  ...rest
}: RadioCardProps) => {
  const id = useId()
  const refused = disabledReason !== undefined
  const hint = disabledReason ?? description

  return (
    <div
      className={cx(
        'relative rounded-card border bg-surface px-3 py-2.5 outline-offset-2 outline-accent transition-colors has-[:focus-visible]:outline-2',
        refused
          ? 'border-line bg-transparent'
          : 'border-line-strong hover:border-ink-faint has-[:checked]:border-accent has-[:checked]:bg-[color-mix(in_oklab,var(--accent-soft)_45%,var(--surface))] has-[:checked]:inset-ring has-[:checked]:inset-ring-accent forced-colors:has-[:checked]:border-2',
        className,
      )}
    >
      <input
        aria-labelledby={`${id}-title`}
        aria-describedby={cx(hint !== undefined && `${id}-told`, describedBy) || undefined}
        {...rest}
        type="radio"
        disabled={refused}
        className="absolute inset-0 m-0 size-full cursor-pointer opacity-0 disabled:cursor-not-allowed"
      />
      <span id={`${id}-title`} className={cx('block font-name', refused && 'text-ink-muted')}>
        {title}
      </span>
      {hint !== undefined && (
        <span id={`${id}-told`} className="block text-small text-ink-muted">
          {hint}
        </span>
      )}
    </div>
  )
}

import Check from 'lucide-react/icons/check'
import { type ComponentProps, type ReactNode, useId } from 'react'

import { cx } from './cx.ts'
import { FieldError, FieldHint } from './field.tsx'

type RadioCardProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'title' | 'disabled' | 'children'> & {
  title: string
  description?: ReactNode
  /** Why this choice is not possible here. It stands in the card, in place of the description. */
  disabledReason?: string | undefined
  /** A picture of the choice. */
  icon?: ReactNode
  /** What the choice costs. */
  price?: ReactNode
  /**
   * Where the parts stand: one after another (`row`); one below another (`upright`); or title and price in one line, with the
   * description below and no mark (`compact`).
   */
  layout?: 'row' | 'upright' | 'compact'
}

/** The mark at the corner of a card: a ring, and a tick where the card is chosen. */
export const ChoiceMark = () => (
  <span
    aria-hidden
    className="grid size-4 shrink-0 place-items-center rounded-full border-[1.5px] border-line-strong text-transparent group-has-[:checked]/card:border-accent group-has-[:checked]/card:bg-accent group-has-[:checked]/card:text-accent-ink group-data-chosen/card:border-accent group-data-chosen/card:bg-accent group-data-chosen/card:text-accent-ink"
  >
    <Check size={10} strokeWidth={3.5} />
  </span>
)

/**
 * A choice one can read. The native radio lies over the whole card, invisible: every click, key and script meets a real
 * radio, whose name is exactly the title.
 */
export const RadioCard = ({
  title,
  description,
  disabledReason,
  icon,
  price,
  layout = 'row',
  className,
  'aria-describedby': describedBy,
  ...rest
}: RadioCardProps) => {
  const id = useId()
  const isDisabled = disabledReason !== undefined
  const hint = disabledReason ?? description
  const describedIds = cx(
    hint !== undefined && `${id}-hint`,
    price !== undefined && `${id}-price`,
    describedBy,
  )
  const mark = !isDisabled && layout !== 'compact' && <ChoiceMark />
  const name = (
    <span
      id={`${id}-title`}
      className={cx(
        'block font-name wrap-break-word',
        layout === 'upright' && '@max-[47rem]:text-secondary',
        isDisabled && 'text-ink-muted',
      )}
    >
      {title}
    </span>
  )
  const picture = icon !== undefined && (
    <span className="flex shrink-0 group-has-[:checked]/card:*:bg-surface group-has-[:checked]/card:*:text-accent">
      {icon}
    </span>
  )
  const about = hint !== undefined && (
    <span id={`${id}-hint`} className="block text-small text-ink-muted">
      {hint}
    </span>
  )
  const cost = price !== undefined && (
    <span
      id={`${id}-price`}
      className={cx('text-small', layout === 'upright' ? 'mt-auto' : 'ml-auto text-right')}
    >
      {price}
    </span>
  )
  const parts = {
    row: (
      <span className="flex min-w-0 grow items-center gap-3">
        {picture}
        <span className="min-w-0 shrink grow basis-1/2">
          {name}
          {about}
        </span>
        {cost}
        {mark !== false && <span className="self-start">{mark}</span>}
      </span>
    ),
    upright: (
      <span className="flex min-w-0 grow flex-col gap-2">
        <span className="flex items-start justify-between">
          {picture}
          {mark}
        </span>
        <span className="min-w-0">
          {name}
          {about}
        </span>
        {cost}
      </span>
    ),
    compact: (
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-baseline justify-between gap-x-2">
          {name}
          {cost}
        </span>
        {about}
      </span>
    ),
  } satisfies Record<typeof layout, ReactNode>

  return (
    <div
      className={cx(
        'group/card relative flex min-w-0 rounded-card border bg-surface py-2.5 outline-offset-2 outline-accent transition-colors has-[:focus-visible]:outline-2',
        isDisabled
          ? 'border-line bg-transparent'
          : 'border-line-strong hover:border-ink-faint has-[:checked]:border-accent has-[:checked]:bg-[color-mix(in_oklab,var(--accent-soft)_45%,var(--surface))] has-[:checked]:inset-ring has-[:checked]:inset-ring-accent forced-colors:has-[:checked]:border-2',
        layout === 'upright' ? 'px-2.5' : 'px-3',
        className,
      )}
    >
      <input
        aria-labelledby={`${id}-title`}
        aria-describedby={describedIds || undefined}
        {...rest}
        type="radio"
        disabled={isDisabled}
        className="absolute inset-0 m-0 size-full cursor-pointer opacity-0 disabled:cursor-not-allowed"
      />
      {parts[layout]}
    </div>
  )
}

type ChoiceGroupProps = {
  legend: string
  /** Keeps the legend for screen readers only, where a heading already says it. */
  hideLegend?: boolean
  /** `radiogroup` where the choices are radios of one name. */
  role?: 'group' | 'radiogroup'
  hint?: ReactNode
  error?: string | null | undefined
  /** Lays out the choices, for example `grid grid-cols-2 gap-2`. */
  className?: string
  children: ReactNode
}

/** Choices that belong together, named by their legend. */
export const ChoiceGroup = ({
  legend,
  hideLegend = false,
  role = 'group',
  hint,
  error,
  className = 'grid gap-2',
  children,
}: ChoiceGroupProps) => {
  const id = useId()
  const failed = error !== undefined && error !== null && error !== ''
  const hinted = hint !== undefined && hint !== null
  const described = cx(hinted && `${id}-hint`, failed && `${id}-error`)

  return (
    <fieldset
      role={role}
      aria-label={hideLegend ? legend : undefined}
      aria-labelledby={hideLegend ? undefined : `${id}-legend`}
      aria-describedby={described === '' ? undefined : described}
      className="m-0 min-w-0 border-0 p-0"
    >
      {!hideLegend && (
        <legend id={`${id}-legend`} className="mb-[5px] p-0 text-secondary font-medium">
          {legend}
        </legend>
      )}
      <div className={className}>{children}</div>
      {(failed || hinted) && (
        <div className="mt-[5px] grid gap-1">
          {failed && <FieldError id={`${id}-error`}>{error}</FieldError>}
          {hinted && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
        </div>
      )}
    </fieldset>
  )
}

import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'

import { cx } from './cx.ts'
import { Ring } from './loading.tsx'

export type ButtonVariant = 'primary' | 'default' | 'ghost' | 'danger' | 'danger-quiet'
export type ButtonSize = 'sm' | 'md' | 'lg'

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors select-none aria-busy:cursor-progress data-disabled:cursor-not-allowed'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-accent-ink forced-color-adjust-none hover:bg-accent-hover data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-muted',
  default:
    'border-line-strong bg-surface text-ink hover:bg-sunken data-disabled:border-line data-disabled:bg-transparent data-disabled:text-ink-muted',
  ghost:
    'border-transparent text-ink-muted hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink data-disabled:bg-transparent data-disabled:text-ink-muted data-disabled:opacity-70',
  danger:
    'border-transparent bg-bad-fill text-bad-fill-ink forced-color-adjust-none hover:brightness-90 data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-muted data-disabled:brightness-100',
  'danger-quiet':
    'border-line-strong bg-surface text-bad-ink hover:bg-bad-soft data-disabled:border-line data-disabled:bg-transparent data-disabled:text-ink-muted',
}

const heights: Record<ButtonSize, string> = {
  sm: 'h-[1.625rem] text-small pointer-coarse:h-8',
  md: 'h-8 text-secondary pointer-coarse:h-10',
  lg: 'h-9 text-secondary pointer-coarse:h-11',
}

const paddings: Record<ButtonSize, string> = { sm: 'px-2', md: 'px-3', lg: 'px-3.5' }
const squares: Record<ButtonSize, string> = {
  sm: 'w-[1.625rem] pointer-coarse:w-8',
  md: 'w-8 pointer-coarse:w-10',
  lg: 'w-9 pointer-coarse:w-11',
}

type Look = { variant?: ButtonVariant; size?: ButtonSize; square?: boolean }

/** The classes of a button, for links that look like one. */
export const buttonClass = ({ variant = 'default', size = 'md', square = false }: Look = {}): string =>
  cx(base, variants[variant], heights[size], square ? squares[size] : paddings[size])

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  trailingIcon?: ReactNode
  /** The action is under way: the button keeps its size and its focus, and ignores clicks. */
  pending?: boolean | undefined
  /** Why the action is not possible now. The button stays reachable, so that everybody can learn it. */
  disabledReason?: string | undefined
  /** A line shown on hover and keyboard focus; for what is already the accessible name. */
  tooltip?: string | undefined
  /** What pressing it brings, such as its price: shown like a tip, and its description. */
  consequence?: string | undefined
  square?: boolean
}

/** A native button. One that may not be pressed says why, to the eye and to a screen reader. */
export const Button = ({
  variant = 'default',
  size = 'md',
  icon,
  trailingIcon,
  pending = false,
  disabledReason,
  tooltip,
  consequence,
  square = false,
  className,
  children,
  onClick,
  type = 'button',
  'aria-describedby': describedBy,
  ...rest
}: ButtonProps) => {
  const noteId = useId()
  const isDisabled = disabledReason !== undefined
  const note = disabledReason ?? consequence

  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (!isDisabled && !pending) {
      onClick?.(event)
      return
    }
    event.preventDefault()
  }

  return (
    <button
      type={type}
      data-tooltip={note ?? tooltip}
      {...rest}
      onClick={press}
      aria-disabled={isDisabled || pending || undefined}
      aria-busy={pending || undefined}
      data-disabled={isDisabled || undefined}
      aria-describedby={cx(describedBy, note !== undefined && noteId) || undefined}
      className={cx(buttonClass({ variant, size, square }), className)}
    >
      {pending && <Ring className="absolute inset-0 m-auto" />}
      <span className={cx('inline-flex items-center justify-center gap-[inherit]', pending && 'opacity-0')}>
        {icon}
        {children}
        {trailingIcon}
      </span>
      {note !== undefined && (
        <span id={noteId} hidden>
          {note}
        </span>
      )}
    </button>
  )
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'trailingIcon' | 'square' | 'aria-label'> & {
  label: string
  icon: ReactNode
}

/** A button that shows only an icon; its name appears on hover and focus. */
export const IconButton = ({ label, variant = 'ghost', ...rest }: IconButtonProps) => (
  <Button {...rest} variant={variant} square aria-label={label} tooltip={label} />
)

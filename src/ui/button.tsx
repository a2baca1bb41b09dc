import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'

import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts'
import { cx } from './cx.ts'
import { Ring } from './ring.tsx'
import { showTip, tipOn } from './tip.ts'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  trailingIcon?: ReactNode
  /** The act is under way: the button keeps its size and its focus, and ignores clicks. */
  pending?: boolean | undefined
  /** Why the act is not possible now. The button stays reachable, so that everybody can learn it. */
  disabledReason?: string | undefined
  /** A line shown on hover and keyboard focus; for what is already the accessible name. */
  tip?: string | undefined
  /** What pressing it brings, such as its price: shown like a tip, and its description. */
  consequence?: string | undefined
  square?: boolean
}

type Handler<E> = ((event: E) => void) | undefined

/** Both handlers of one event: the tip's must not take the place of the caller's, nor the other way round. */
const both =
  <E,>(first: Handler<E>, second: Handler<E>) =>
  (event: E) => {
    first?.(event)
    second?.(event)
  }

type Tipped = 'onPointerEnter' | 'onPointerLeave' | 'onPointerDown' | 'onFocus' | 'onBlur'

/** The tip's handlers, each before the caller's own. */
const withTip = (text: string | undefined, own: Pick<ComponentProps<'button'>, Tipped>) => {
  if (text === undefined) return own
  const tip: Pick<ComponentProps<'button'>, Tipped> = tipOn(text)
  return {
    onPointerEnter: both(tip.onPointerEnter, own.onPointerEnter),
    onPointerLeave: both(tip.onPointerLeave, own.onPointerLeave),
    onPointerDown: both(tip.onPointerDown, own.onPointerDown),
    onFocus: both(tip.onFocus, own.onFocus),
    onBlur: both(tip.onBlur, own.onBlur),
  }
}

/** A native button. One that may not be pressed says why, to the eye and to a screen reader. */
export const Button = ({
  variant = 'default',
  size = 'md',
  icon,
  trailingIcon,
  pending = false,
  disabledReason,
  tip,
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
  const refused = disabledReason !== undefined
  const note = disabledReason ?? consequence

  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (!refused && !pending) {
      onClick?.(event)
      return
    }
    event.preventDefault()
    if (refused) showTip(event.currentTarget, disabledReason)
  }

  return (
    <button
      type={type}
      {...rest}
      {...withTip(note ?? tip, rest)}
      onClick={press}
      aria-disabled={refused || pending || undefined}
      aria-busy={pending || undefined}
      data-refused={refused || undefined}
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
  <Button {...rest} variant={variant} square aria-label={label} tip={label} />
)

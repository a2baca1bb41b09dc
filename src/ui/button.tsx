import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'

import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts'
import { cx } from './cx.ts'
import { Ring } from './ring.tsx'

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
  }

  return (
    <button
      type={type}
      data-tip={note ?? tip}
      {...rest}
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

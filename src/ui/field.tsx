import { type ReactNode, useId } from 'react'

import { cx } from './cx.ts'
import { FieldContext } from './field-context.ts'
import { FieldError, FieldHint } from './field-message.tsx'

type FieldProps = {
  label: string
  hint?: ReactNode
  /** What is wrong, as a sentence. Tied to the control by `aria-describedby`. */
  error?: string | null | undefined
  optional?: boolean
  /** Keeps the label for screen readers only, where the place says what the field is. */
  hideLabel?: boolean
  className?: string
  /** One control of this library: it finds its id and its messages by itself. */
  children: ReactNode
}

/** A labelled control with its hint and its error. */
export const Field = ({
  label,
  hint,
  error,
  optional = false,
  hideLabel = false,
  className,
  children,
}: FieldProps) => {
  const id = useId()
  const failed = error !== undefined && error !== null && error !== ''
  const hinted = hint !== undefined && hint !== null
  const describedBy = cx(optional && `${id}-optional`, hinted && `${id}-hint`, failed && `${id}-error`)

  return (
    <FieldContext
      value={{
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': failed || undefined,
      }}
    >
      <div className={cx('grid min-w-0 content-start gap-[5px]', className)}>
        <div className={hideLabel ? 'sr-only' : 'text-secondary'}>
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          {optional && (
            <span id={`${id}-optional`} className="ml-1.5 text-ink-muted">
              optional
            </span>
          )}
        </div>
        {children}
        {failed && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {hinted && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      </div>
    </FieldContext>
  )
}

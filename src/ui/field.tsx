import { type ReactNode, useId } from 'react'

import { cx } from './cx.ts'
import { FieldContext } from './field-context.ts'

/** What is wrong with a field, and what to do about it. Lines are kept. */
export const FieldError = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="flex gap-1.5 text-secondary whitespace-pre-line text-bad-ink">
    <svg aria-hidden width="12" height="18" viewBox="0 0 12 18" className="shrink-0">
      <path d="M6 4.2 11.2 13.6H.8Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
    </svg>
    <span className="min-w-0 wrap-break-word">{children}</span>
  </p>
)

/** A quiet sentence that helps to fill in a field. */
export const FieldHint = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="text-secondary text-ink-muted">
    {children}
  </p>
)

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

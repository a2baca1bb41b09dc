import type { ReactNode } from 'react'

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

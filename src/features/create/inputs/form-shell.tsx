import type { ReactNode } from 'react'

/**
 * The form element. It never sends by itself: Enter in a field is part of typing, and what a form here does may cost money, so
 * only its own button acts. Checking is the app's, in the app's words.
 */
export const FormShell = ({ className, children }: { className?: string; children: ReactNode }) => (
  <form
    noValidate
    autoComplete="off"
    className={className}
    onSubmit={(event) => {
      event.preventDefault()
    }}
  >
    {children}
  </form>
)

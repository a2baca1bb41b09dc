import type { ReactNode } from 'react'

interface FormSectionProps {
  /** Null where the first choice says what it is about. */
  title: string | null
  /** One muted fact beside the heading. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of the form, under its heading. */
export const FormSection = ({ title, aside, children }: FormSectionProps) => (
  <section className="grid min-w-0 gap-4 border-t border-line py-5 first:border-0 first:pt-0">
    {title !== null && (
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <h2 className="font-semibold">{title}</h2>
        {aside}
      </div>
    )}
    {children}
  </section>
)

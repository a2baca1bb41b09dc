import type { ReactNode } from 'react'

interface FormSectionProps {
  title: string
  /** One or two sentences beside the fields. */
  about: ReactNode
  children: ReactNode
}

/** A part of the form: what it is about at the side, or above where the form is narrow, and its fields. */
export const FormSection = ({ title, about, children }: FormSectionProps) => (
  <section className="grid gap-x-6 gap-y-3.5 border-b border-line py-[22px] first:pt-3.5 last:border-0 @2xl:grid-cols-[200px_minmax(0,1fr)]">
    <div>
      <h2 className="font-semibold">{title}</h2>
      <p className="mt-1 max-w-prose text-secondary text-ink-muted">{about}</p>
    </div>
    <div className="grid min-w-0 content-start gap-3">{children}</div>
  </section>
)

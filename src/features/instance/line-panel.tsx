import { type ReactNode, useId } from 'react'

/** A panel about nothing: one line, so that the region keeps its name and takes no room. */
export const LinePanel = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex min-h-11 flex-wrap items-center gap-x-2 rounded-panel border border-line bg-surface px-4 py-2 text-secondary text-ink-muted"
    >
      <h2 id={id} className="font-semibold text-ink">
        {title}
      </h2>
      {children}
    </section>
  )
}

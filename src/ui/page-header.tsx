import { type ReactNode, useEffect } from 'react'

type PageHeaderProps = {
  title: string
  /** The way back, above the title. */
  crumb?: ReactNode
  /** A mark before the title, for example the shape of a state. */
  mark?: ReactNode
  /** What stands close after the title: a small button, muted facts. */
  beside?: ReactNode
  /** Actions on the whole page, at the end of the line. At most one is primary. */
  actions?: ReactNode
}

/** The top of a page: its `h1` and the actions on all of it. */
export const PageHeader = ({ title, crumb, mark, beside, actions }: PageHeaderProps) => (
  <header>
    {crumb !== undefined && <div className="mb-1.5 text-secondary text-ink-muted">{crumb}</div>}
    <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-3">
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-1">
        {mark}
        <h1 className="min-w-0 text-title font-semibold wrap-anywhere">{title}</h1>
        {beside}
      </div>
      {actions !== undefined && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  </header>
)

/** Names the tab: "rna-atlas · Hatteras". `mark` is a shape for the state, so that a tab tells how it stands. */
export const useTitle = (title: string, mark?: string): void => {
  useEffect(() => {
    document.title = `${mark === undefined ? '' : `${mark} `}${title} · Hatteras`
  }, [title, mark])
}

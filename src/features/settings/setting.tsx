import type { ReactNode } from 'react'

interface SettingProps {
  title: string
  /** What it does, in a sentence. */
  children?: ReactNode
  control: ReactNode
}

/** One setting: what it is at the left, its control at the right; below one another where it is narrow. */
export const Setting = ({ title, children, control }: SettingProps) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
    <div className="min-w-0 flex-1 basis-64">
      <p className="font-medium">{title}</p>
      {children !== undefined && <p className="text-secondary text-ink-muted">{children}</p>}
    </div>
    {control}
  </div>
)

import type { ReactNode } from 'react'

interface SettingProps {
  title: string
  /** The anchor in the address. */
  id?: string
  /** An info mark beside the title. */
  info?: ReactNode
  control: ReactNode
}

/** One setting: what it is at the left, its control at the right. */
export const Setting = ({ title, id, info, control }: SettingProps) => (
  <div id={id} className="flex min-h-11 scroll-mt-6 flex-wrap items-center gap-x-1 gap-y-2 px-4 py-1.5">
    <p className="text-secondary">{title}</p>
    {info}
    <div className="ml-auto">{control}</div>
  </div>
)

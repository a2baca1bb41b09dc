import Activity from 'lucide-react/icons/activity'
import { Link } from 'react-router'

import { paths } from '#model/paths.ts'
import { buttonClass } from '#ui/button.tsx'

/** Before anything happened: what will stand here, and where things happen. */
export const EmptyRecord = () => (
  <div className="mx-auto mt-14 flex min-h-59 max-w-sm flex-col rounded-panel border border-line-strong bg-surface p-5 max-sm:mt-3">
    <span aria-hidden className="grid size-10 place-items-center rounded-panel bg-accent-soft text-accent">
      <Activity size={20} strokeWidth={1.75} />
    </span>
    <h2 className="mt-3.5 text-[1rem] leading-[1.375rem] font-semibold">No activity yet</h2>
    <p className="mt-1 text-ink-muted">
      What you do, and what changes while a tab is open, is recorded in this browser.
    </p>
    <Link to={paths.instances()} className={`${buttonClass({ variant: 'primary' })} mt-auto w-full`}>
      Go to instances
    </Link>
  </div>
)

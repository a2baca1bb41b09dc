import Eye from 'lucide-react/icons/eye'
import UserRound from 'lucide-react/icons/user-round'
import { Link } from 'react-router'

import { formatAgo, formatDateTime } from '#lib/format.ts'
import { isoText } from '#lib/time.ts'
import type { ActivityEntry } from '#storage/activity.ts'
import { paths } from '#model/paths.ts'
import { Tooltip } from '#ui/tooltip.tsx'

import type { ActivityDay } from './by-day.ts'

const Entry = ({ entry, now }: { entry: ActivityEntry; now: number }) => {
  const { at, uuid, name, text, kind } = entry
  const Icon = kind === 'did' ? UserRound : Eye
  return (
    <li className="flex items-baseline gap-3 border-b border-line px-4 py-2.5 last:border-b-0">
      <Icon aria-hidden size={14} className="shrink-0 translate-y-0.5 text-ink-muted" />
      <p className="min-w-0 grow">
        <Link to={paths.instanceByRef(uuid ?? name)} className="font-name wrap-anywhere hover:underline">
          {name}
        </Link>
        <span className="wrap-break-word text-ink-muted">
          {kind === 'did' && ':'} {text}
        </span>
      </p>
      <time dateTime={isoText(at)} className="shrink-0 text-secondary text-ink-muted">
        <Tooltip text={formatDateTime(at)}>{formatAgo(now - at)}</Tooltip>
      </time>
    </li>
  )
}

/** One day of the record, under a heading that stays in sight while one reads it. */
export const ActivityDayList = ({ day, now }: { day: ActivityDay; now: number }) => (
  <section aria-label={day.label}>
    <h2 className="sticky top-0 z-10 bg-canvas py-2 text-secondary font-semibold">{day.label}</h2>
    <ol className="rounded-panel border border-line bg-surface">
      {day.entries.map((entry) => (
        <Entry key={`${entry.at} ${entry.uuid ?? ''} ${entry.text}`} entry={entry} now={now} />
      ))}
    </ol>
  </section>
)

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useNow } from '#page/use-now.ts'
import type { Instance } from '#contract/instance.ts'
import { formatAgo, formatDateTime } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { paths } from '#model/paths.ts'
import { cx } from '#ui/cx.ts'
import { Panel } from '#ui/panel.tsx'
import { Tooltip } from '#ui/tooltip.tsx'

const shown = 8

/** The last of what this browser did to this instance and saw of it; the service keeps no history. */
export const ActivityPanel = ({ instance }: { instance: Instance }) => {
  const { data } = useQuery(activityQuery(useApi()))
  const entries = data?.happenings.filter(({ uuid }) => uuid === instance.uuid) ?? null
  const now = useNow(MINUTE)
  return (
    <Panel
      title="Activity"
      aside="seen by this browser"
      actions={
        entries !== null && entries.length > 0 ? (
          <Link
            to={`${paths.activity()}?${new URLSearchParams({ q: instance.name }).toString()}`}
            className="rounded-sm text-secondary text-ink-muted hover:text-ink"
          >
            All of it
          </Link>
        ) : undefined
      }
    >
      {(entries === null || entries.length === 0) && (
        // Takes its room before it is known whether it has anything to say.
        <p className={cx('text-secondary text-ink-muted', entries === null && 'invisible')}>
          Nothing yet. What is done to it here, and what changes while a tab is open, is listed in this place.
        </p>
      )}
      {entries !== null && entries.length > 0 && (
        <ol className="-my-1.5 text-secondary">
          {entries.slice(0, shown).map(({ at, key, title }) => (
            <li key={key} className="flex items-baseline justify-between gap-4 py-1.5">
              <span className="min-w-0 wrap-anywhere">{title}</span>
              <span className="shrink-0 text-ink-muted">
                <Tooltip text={formatDateTime(at)}>{formatAgo(now - at)}</Tooltip>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

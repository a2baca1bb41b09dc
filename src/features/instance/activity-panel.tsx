import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { formatShortDay } from '#lib/calendar.ts'
import { formatAge, formatClock, formatDateTime } from '#lib/format.ts'
import { isoText, MINUTE } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { kindOfState } from '#model/activity/kinds.ts'
import type { StateSince } from '#model/instance/state-since.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import { KindIcon, PriceChange } from '#page/happening-parts.tsx'
import { useNow } from '#page/use-now.ts'
import { statesSeen } from '#storage/instances.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { useStored } from '#storage/stored-value.ts'
import { LinePanel, Panel } from '#ui/panel.tsx'

const shown = 4

const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()

const Entry = ({ happening, now }: { happening: Happening; now: number }) => {
  const { at, kind, title, isOwn, isOpen, prefill, took, effect } = happening
  const clock = formatClock(at)
  return (
    <li className="grid grid-cols-[1.625rem_minmax(0,1fr)_auto] items-center gap-x-2.5 border-line py-2 not-first:border-t">
      <KindIcon kind={kind} isOpen={isOpen} />
      <span className="min-w-0">
        <span className="block wrap-anywhere">
          {title}
          {prefill !== null && <span className="text-ink-muted"> with {prefill}</span>}
        </span>
        <span className="block text-small text-ink-muted">
          <time dateTime={isoText(at)} title={formatDateTime(at)}>
            {isSameDay(at, now) ? clock : `${formatShortDay(at)}, ${clock}`}
          </time>
          {isOwn && ' · you'}
        </span>
      </span>
      <span className="text-right whitespace-nowrap">
        <span className="block">{effect !== null && <PriceChange change={effect} />}</span>
        <span className="block text-small text-ink-muted">{took !== null && formatAge(took)}</span>
      </span>
    </li>
  )
}

/** What is under way and whose beginning nobody saw: it has the place that its outcome takes. Null where there is no such thing. */
const underWay = (
  instance: Instance,
  seen: StateSince | undefined,
  newest: Happening | undefined,
): Happening | null => {
  const { uuid, name, state } = instance
  const { kind, word } = stateInfo(state)
  // Where the list has moved on already, the end is about to be recorded.
  if (kind !== 'transition' || seen?.state !== state) return null
  if (newest?.isOpen === true || (newest?.at ?? 0) >= seen.since) return null
  return {
    key: 'under way',
    at: seen.since,
    uuid,
    name,
    kind: kindOfState(state),
    isOwn: false,
    title: word,
    isOpen: true,
    took: null,
    effect: null,
    environment: null,
    prefill: null,
  }
}

/** The last of what happened to this instance, as far as this browser saw it; the service keeps no history. */
export const ActivityPanel = ({ instance }: { instance: Instance }) => {
  const api = useApi()
  const { data } = useQuery(activityQuery(api))
  const now = useNow(MINUTE)
  const states = useStored(statesSeen.of(api.connectionId))
  const past = data?.happenings.filter(({ uuid }) => uuid === instance.uuid) ?? []
  const seen = states.find(({ uuid }) => uuid === instance.uuid)
  const current = underWay(instance, seen, past[0])
  const happenings = (current === null ? past : [current, ...past]).slice(0, shown)
  // Between a state and its entry lies a write to storage: the place is kept meanwhile.
  const [most, setMost] = useState(0)
  if (happenings.length > most) setMost(happenings.length)
  if (happenings.length + most === 0) return <LinePanel title="Activity">Nothing seen yet.</LinePanel>
  return (
    <Panel
      title="Activity"
      flush
      actions={
        <Link
          to={`${paths.activity()}?${new URLSearchParams({ q: instance.name }).toString()}`}
          aria-label={`All activity of ${instance.name}`}
          className="rounded-sm text-secondary text-ink-muted hover:text-ink"
        >
          All
        </Link>
      }
    >
      <ol
        className="m-0 list-none px-4 py-1 text-secondary"
        style={{ minHeight: `${most * 3.125 + 0.5}rem` }}
      >
        {happenings.map((happening) => (
          <Entry key={happening.key} happening={happening} now={now} />
        ))}
      </ol>
    </Panel>
  )
}

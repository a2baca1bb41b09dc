import Eye from 'lucide-react/icons/eye'
import UserRound from 'lucide-react/icons/user-round'
import { memo, useLayoutEffect, useState } from 'react'
import { Link } from 'react-router'

import { formatAge, formatClock, formatCount, formatDateTime, formatStopwatch } from '#lib/format.ts'
import { isoText, MINUTE, SECOND } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { overdueFrom } from '#model/activity/usual-starts.ts'
import { paths } from '#model/paths.ts'
import { KindIcon, PriceChange } from '#page/happening-parts.tsx'
import { NameText } from '#page/name-text.tsx'
import { useNow } from '#page/use-now.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'

import { type ActivityView, entriesIn, everything } from './activity-search.ts'
import { type ActivityDay, byDay, dayBars } from './by-day.ts'
import { DayBars } from './day-bars.tsx'
import { effectBar, effectScale } from './effect.ts'
import './entry.css'
import { Toolbar } from './toolbar.tsx'

/** The way to the instance. */
const Name = ({ entry: { uuid, name } }: { entry: Happening }) => (
  <Link
    to={paths.instanceByRef(uuid ?? name)}
    aria-label={name}
    className="block min-w-0 truncate rounded-sm font-name hover:underline"
  >
    <NameText name={name} />
  </Link>
)

/** What is said of one that goes on, beside its title or in it. */
const Going = ({ entry: { kind, title }, overdueFrom }: { entry: Happening; overdueFrom: number }) => {
  const ink = useNow() < overdueFrom ? 'text-ink-muted' : 'text-lamp-ink'
  return kind === 'created' ? (
    <span className="flex min-w-0 flex-wrap gap-x-1 @max-[46rem]:flex-nowrap">
      <span className="min-w-0 truncate">{title}</span>
      <span className={cx(ink, 'shrink-0')}>· still starting</span>
    </span>
  ) : (
    <span className={ink}>{title}</span>
  )
}

/** How long it has been going on; it ticks by the second only as long as it counts seconds. */
const Elapsed = ({ since }: { since: number }) => formatAge(useNow(SECOND) - since)

const tookText = (took: number): string => (took < MINUTE ? formatAge(took) : formatStopwatch(took))

/** The effect on the price as a bar from the line that all of them share. For the eye only: the figure stands beside it. */
const EffectBar = ({ entry, scale }: { entry: Happening; scale: number }) => {
  const bar = effectBar(entry, scale)
  return (
    <span aria-hidden data-cell="bar" className="relative h-2">
      {bar !== null && (
        <span
          className={cx(
            'absolute inset-y-0 min-w-0.5 rounded-[1.5px] forced-color-adjust-none',
            bar.isLess ? 'right-[55%] bg-run' : 'left-[45%] bg-plot',
          )}
          style={{ width: bar.width }}
        />
      )}
      <span className="absolute -inset-y-1.5 left-[45%] border-l border-line-strong" />
    </span>
  )
}

interface EntryProps {
  entry: Happening
  /** What a bar as wide as its column stands for, in nano-dollars an hour. */
  scale: number
  /** From when on (ms since the epoch) it takes too long, should it still go on. */
  overdueFrom: number
}

/** One entry of the record: when, what, to which instance, for how long, and what it made of the price. */
const Entry = memo(({ entry, scale, overdueFrom }: EntryProps) => {
  const { at, isOpen, isOwn, kind, title, took, effect } = entry
  const Who = isOwn ? UserRound : Eye
  return (
    <li className="activity-entry border-b border-line bg-surface px-4 md:px-6">
      <time data-cell="time" dateTime={isoText(at)} title={formatDateTime(at)} className="text-ink-muted">
        {formatClock(at)}
      </time>
      <span data-cell="icon">
        <KindIcon kind={kind} isOpen={isOpen} />
      </span>
      <span data-cell="name" className="min-w-0">
        <Name entry={entry} />
      </span>
      <span data-cell="title" title={title} className="min-w-0 overflow-hidden wrap-anywhere text-ellipsis">
        {isOpen ? <Going entry={entry} overdueFrom={overdueFrom} /> : title}
      </span>
      <span data-cell="took" className="text-right whitespace-nowrap text-ink-muted">
        {isOpen ? <Elapsed since={at} /> : took !== null && tookText(took)}
      </span>
      <EffectBar entry={entry} scale={scale} />
      <span data-cell="effect" className="text-right text-body">
        {effect !== null && <PriceChange change={effect} />}
      </span>
      <span data-cell="who" className="flex items-center gap-1.5 text-ink-muted">
        <Who aria-hidden size={14} className="shrink-0" />
        <span className="@max-[46rem]:sr-only">{isOwn ? 'you' : 'seen'}</span>
      </span>
    </li>
  )
})

const dayId = (start: number): string => `day-${start}`

interface DayProps {
  day: ActivityDay
  all: readonly Happening[]
  scale: number
}

/** One day of the record, under a heading that stays in sight while one reads it. */
const Day = ({ day: { start, label, entries, net }, all, scale }: DayProps) => (
  <section aria-label={label} id={dayId(start)}>
    <div className="sticky top-0 z-10 -mx-4 flex items-baseline gap-2.5 border-b border-line bg-canvas px-4 pt-4.5 pb-2 md:-mx-6 md:px-6">
      <h2 tabIndex={-1} className="text-body font-semibold outline-offset-4">
        {label}
      </h2>
      <span className="text-secondary text-ink-muted">{formatCount(entries.length)}</span>
      {net !== null && (
        <span className="ml-auto text-secondary text-ink-muted">
          <PriceChange change={net} unit="/ h net" isQuiet />
        </span>
      )}
    </div>
    <ol className="-mx-4 md:-mx-6">
      {entries.map((entry) => (
        <Entry
          key={entry.key}
          entry={entry}
          scale={scale}
          overdueFrom={entry.isOpen ? overdueFrom(entry, all) : 0}
        />
      ))}
    </ol>
  </section>
)

/** A page of the record at a time: it can be 2,000 entries long. */
const pageSize = 200

/** How far the list goes in a view, and the day that it was last led to. */
interface Asked {
  viewKey: string
  count: number
  goTo: { start: number } | null
}

interface RecordProps {
  entries: readonly Happening[]
  view: ActivityView
  onView: (part: Partial<ActivityView>, options?: { replace: boolean }) => void
}

/** The record as far as the view shows it: its days as bars, what narrows it down, and its entries day by day. */
export const Record = ({ entries, view, onView }: RecordProps) => {
  const now = useNow(MINUTE)
  const viewKey = JSON.stringify(view)
  const [asked, setAsked] = useState<Asked>({ viewKey, count: pageSize, goTo: null })
  const shown = asked.viewKey === viewKey ? asked.count : pageSize
  const found = entriesIn(entries, view)
  const scale = effectScale(found)

  const { goTo } = asked
  useLayoutEffect(() => {
    if (goTo === null) return
    const day = document.querySelector(`#${dayId(goTo.start)}`)
    day?.scrollIntoView()
    day?.querySelector('h2')?.focus({ preventScroll: true })
  }, [goTo])

  return (
    <>
      <DayBars
        bars={dayBars(found, now)}
        onDay={(start) => {
          // An older day may not be drawn yet.
          const count = found.findLastIndex(({ at }) => at >= start) + 1
          setAsked({ viewKey, count: Math.max(shown, count), goTo: { start } })
        }}
      />
      <Toolbar entries={entries} found={found} view={view} onView={onView} />
      {found.length === 0 ? (
        <div className="-mx-4 border-y border-line bg-surface px-4 py-12 text-center md:-mx-6">
          <p className="mb-3 font-semibold">Nothing matches</p>
          <Button onClick={() => onView(everything)}>Show all</Button>
        </div>
      ) : (
        <div className="@container -mt-1">
          {byDay(found.slice(0, shown), now).map((day) => (
            <Day key={day.start} day={day} all={entries} scale={scale} />
          ))}
        </div>
      )}
      {found.length > shown && (
        <div className="mt-4 text-center">
          <Button onClick={() => setAsked({ viewKey, count: shown + pageSize, goTo: null })}>
            Show older entries ({formatCount(found.length - shown)})
          </Button>
        </div>
      )}
    </>
  )
}

import { useLayoutEffect, useState } from 'react'

import { formatCount } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { PriceChange } from '#page/happening-parts.tsx'
import { useNow } from '#page/use-now.ts'
import { Button } from '#ui/button.tsx'

import { type ActivityView, entriesIn, everything } from './activity-search.ts'
import { type ActivityDay, byDay, dayBars } from './by-day.ts'
import { DayBars } from './day-bars.tsx'
import { effectScale } from './effect.ts'
import { Entry } from './entry.tsx'
import { overdueFrom } from '#model/activity/usual-starts.ts'
import { Toolbar } from './toolbar.tsx'

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

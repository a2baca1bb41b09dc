import Eye from 'lucide-react/icons/eye'
import UserRound from 'lucide-react/icons/user-round'
import { memo } from 'react'
import { Link } from 'react-router'

import { formatAge, formatClock, formatDateTime, formatStopwatch } from '#lib/format.ts'
import { isoText, MINUTE, SECOND } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { paths } from '#model/paths.ts'
import { KindIcon, PriceChange } from '#page/happening-parts.tsx'
import { isLongName, NameText } from '#page/name-text.tsx'
import { useNow } from '#page/use-now.ts'
import { cx } from '#ui/cx.ts'

import './entry.css'
import { effectBar } from './effect.ts'

/** The way to the instance. */
const Name = ({ entry: { uuid, name } }: { entry: Happening }) => (
  <Link
    to={paths.instanceByRef(uuid ?? name)}
    title={isLongName(name) ? name : undefined}
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
export const Entry = memo(({ entry, scale, overdueFrom }: EntryProps) => {
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

import type { LucideIcon } from 'lucide-react'
import Activity from 'lucide-react/icons/activity'
import AppWindow from 'lucide-react/icons/app-window'
import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Bookmark from 'lucide-react/icons/bookmark'
import ChartColumn from 'lucide-react/icons/chart-column'
import KeyRound from 'lucide-react/icons/key-round'
import Moon from 'lucide-react/icons/moon'
import Network from 'lucide-react/icons/network'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Scaling from 'lucide-react/icons/scaling'
import Server from 'lucide-react/icons/server'
import Settings from 'lucide-react/icons/settings'
import Square from 'lucide-react/icons/square'
import Terminal from 'lucide-react/icons/terminal'
import Trash from 'lucide-react/icons/trash-2'

import { fold } from '#lib/text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { cx } from '#ui/cx.ts'
import { Kbd } from '#ui/kbd.tsx'
import { StateMark } from '#ui/state-mark.tsx'

import type { CommandIcon as Name } from './command.ts'
import type { FoundCommand } from './find-commands.ts'

const icons: Readonly<Record<Name, LucideIcon>> = {
  stop: Square,
  restart: RotateCw,
  resize: Scaling,
  rename: Pencil,
  delete: Trash,
  instances: Server,
  create: Plus,
  webApps: AppWindow,
  costs: ChartColumn,
  activity: Activity,
  settings: Settings,
  port: Network,
  ssh: Terminal,
  open: ArrowUpRight,
  retry: RotateCw,
  recipe: Bookmark,
  account: KeyRound,
  theme: Moon,
}

/** The picture of what a command does. */
const CommandIcon = ({ name }: { name: Name }) => {
  const Icon = icons[name]
  return <Icon aria-hidden size={15} strokeWidth={1.75} />
}

/** A text in pieces, those marked that hold one of the words. */
const piecesOf = (
  text: string,
  words: readonly string[],
): { at: number; piece: string; isHit: boolean }[] => {
  const folded = fold(text)
  // Where folding changes the length, places in one are not places in the other.
  const hits =
    folded.length === text.length
      ? words
          .map((word) => ({ from: folded.indexOf(word), length: word.length }))
          .filter(({ from }) => from >= 0)
          .toSorted((a, b) => a.from - b.from)
      : []
  const pieces: { at: number; piece: string; isHit: boolean }[] = []
  let at = 0
  for (const { from, length } of hits) {
    if (from < at) continue
    if (from > at) pieces.push({ at, piece: text.slice(at, from), isHit: false })
    pieces.push({ at: from, piece: text.slice(from, from + length), isHit: true })
    at = from + length
  }
  if (at < text.length) pieces.push({ at, piece: text.slice(at), isHit: false })
  return pieces
}

const Label = ({ text, words }: { text: string; words: readonly string[] }) => (
  <span className="min-w-0 wrap-anywhere">
    {piecesOf(text, words).map(({ at, piece, isHit }) => (
      <span key={at} className={cx(isHit && 'font-semibold text-accent')}>
        {piece}
      </span>
    ))}
  </span>
)

interface PaletteOptionProps {
  id: string
  command: FoundCommand
  /** The words that it was found by. */
  words: readonly string[]
  /** How long its instance has been idle, in words; null where it is not, or where that is no matter. */
  idle: string | null
  isCurrent: boolean
  onPoint: () => void
  onRun: (inNewTab: boolean) => void
}

/** One line of the palette. The focus stays in the search box; the box says which line is meant. */
export const PaletteOption = ({
  id,
  command,
  words,
  idle,
  isCurrent,
  onPoint,
  onRun,
}: PaletteOptionProps) => {
  const { label, detail, figure, group, icon, instance, isPlace, keys, disabledReason, price } = command
  const note = disabledReason ?? price
  // Where the instance stands above, the action has its own picture; elsewhere the state tells more.
  const isMarked = instance !== null && (isPlace || group !== instance.name)
  const end = figure === '' && instance === null && !isPlace ? detail : figure
  return (
    <div
      id={id}
      ref={(row) => {
        if (isCurrent) row?.scrollIntoView({ block: 'nearest' })
      }}
      role="option"
      aria-selected={isCurrent}
      aria-disabled={disabledReason !== null}
      tabIndex={-1}
      className={cx(
        'flex min-h-9 cursor-default scroll-my-8 items-center gap-3 rounded-control px-2.5 py-1.5 pointer-coarse:min-h-11',
        isCurrent && 'bg-accent-soft',
        disabledReason !== null && 'text-ink-muted',
      )}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onRun(event.metaKey || event.ctrlKey)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onRun(false)
      }}
    >
      <span className="grid w-4 shrink-0 place-items-center text-ink-muted">
        {isMarked ? (
          <StateMark kind={stateInfo(instance.state).kind} size={10} />
        ) : (
          <CommandIcon name={icon} />
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          <Label text={label} words={words} />
          {isPlace && instance !== null && (
            <span className="shrink-0 truncate text-small text-ink-muted max-sm:hidden">{detail}</span>
          )}
        </span>
        {note !== null && <span className="block text-small text-ink-muted">{note}</span>}
      </span>
      <span className="max-w-[45%] shrink-0 truncate text-small text-ink-muted">
        {idle !== null && <span className="text-lamp-ink">{idle}</span>}
        {idle !== null && end !== '' && ' · '}
        {end}
      </span>
      {keys !== undefined && (
        <span aria-hidden className="max-sm:hidden pointer-coarse:hidden">
          <Kbd>{keys}</Kbd>
        </span>
      )}
    </div>
  )
}

import { cx } from '#ui/cx.ts'

import type { FoundCommand } from './find-commands.ts'

interface PaletteOptionProps {
  id: string
  command: FoundCommand
  isCurrent: boolean
  onPoint: () => void
  onRun: () => void
}

/** One line of the palette. The focus stays in the search box; the box says which line is meant. */
export const PaletteOption = ({ id, command, isCurrent, onPoint, onRun }: PaletteOptionProps) => {
  const { label, detail, refusal, price } = command
  const note = refusal ?? price
  return (
    <div
      id={id}
      ref={(row) => {
        if (isCurrent) row?.scrollIntoView({ block: 'nearest' })
      }}
      role="option"
      aria-selected={isCurrent}
      aria-disabled={refusal !== null}
      tabIndex={-1}
      className={cx(
        'flex min-h-9 cursor-default items-center justify-between gap-4 rounded-control px-2.5 py-1.5 pointer-coarse:min-h-11',
        isCurrent && 'bg-sunken forced-colors:outline-2',
        refusal !== null && 'text-ink-muted',
      )}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onRun()
      }}
    >
      <span className="min-w-0">
        <span className="block truncate">{label}</span>
        {note !== null && <span className="block text-small text-ink-muted">{note}</span>}
      </span>
      <span className="max-w-[45%] shrink-0 truncate text-small text-ink-muted">{detail}</span>
    </div>
  )
}

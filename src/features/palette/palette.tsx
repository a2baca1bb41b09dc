import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { useActRule } from '#local/marks.ts'
import { paths } from '#model/paths.ts'
import { cx } from '#ui/cx.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { allCommands, type Command, findCommands, type PaletteAct } from './commands.ts'

interface PaletteProps {
  pages: readonly { to: string; label: string }[]
  instances: readonly Instance[]
  onClose: () => void
  onGo: (to: string) => void
  onAct: (act: PaletteAct, instance: Instance) => void
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** Goes anywhere and does anything, by a few letters of its name. */
const Palette = ({ pages, instances, onClose, onGo, onAct }: PaletteProps) => {
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const shownQuery = useDeferredValue(query)
  const commands = allCommands(pages, instances, paths.instance, useActRule())
  const found = findCommands(commands, shownQuery)
  const current = found[Math.min(at, found.length - 1)]

  const run = (command: Command | undefined) => {
    if (command === undefined || command.refusal !== null) return
    onClose()
    if (command.kind === 'go') onGo(command.to)
    else onAct(command.act, command.instance)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.min(Math.max(Math.min(at, found.length - 1) + step, 0), Math.max(found.length - 1, 0)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      // Enter means what is typed, even where the list has yet to catch up with it.
      run(query === shownQuery ? current : findCommands(commands, query)[0])
    }
  }

  return (
    <Dialog open title="Go to or run" width="wide" onClose={onClose}>
      <TextInput
        role="combobox"
        aria-label="Search pages, instances and acts"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder="A page, an instance, or an act such as “stop rna-atlas”"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Commands"
        tabIndex={-1}
        className="mt-2 h-80 overflow-y-auto overscroll-contain"
      >
        {found.map((command) => (
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            ref={(row) => {
              if (command === current) row?.scrollIntoView({ block: 'nearest' })
            }}
            role="option"
            aria-selected={command === current}
            aria-disabled={command.refusal !== null}
            tabIndex={-1}
            className={cx(
              'flex min-h-9 cursor-default items-center justify-between gap-4 rounded-control px-2.5 py-1.5',
              command === current && 'bg-sunken',
              command.refusal !== null && 'text-ink-muted',
            )}
            onPointerMove={() => {
              setAt(found.indexOf(command))
            }}
            onClick={() => {
              run(command)
            }}
            onKeyDown={onKeyDown}
          >
            <span className="min-w-0">
              <span className="block truncate">{command.label}</span>
              {command.refusal !== null && <span className="block text-small">{command.refusal}</span>}
            </span>
            <span className="shrink-0 text-small text-ink-muted">{command.detail}</span>
          </div>
        ))}
        {found.length === 0 && <p className="px-2.5 py-2 text-ink-muted">Nothing matches.</p>}
      </div>
    </Dialog>
  )
}
export default Palette

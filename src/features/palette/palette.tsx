import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { useRefusal } from '#features/actions/use-refusals.ts'
import { pluralize } from '#lib/text.ts'
import { useAllOperations } from '#operations/hooks.ts'
import { isUnconfirmed } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import { useStored } from '#storage/stored-value.ts'
import { storedRecipes } from '#storage/recipes.ts'
import { announce } from '#ui/announcer.tsx'
import { cx } from '#ui/cx.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { carryOut } from './carry-out.ts'
import type { CommandSource, PaletteAction } from './commands.ts'
import { findCommands, type FoundCommand } from './find-commands.ts'

interface PaletteOptionProps {
  id: string
  command: FoundCommand
  isCurrent: boolean
  onPoint: () => void
  onRun: () => void
}

/** One line of the palette. The focus stays in the search box; the box says which line is meant. */
const PaletteOption = ({ id, command, isCurrent, onPoint, onRun }: PaletteOptionProps) => {
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

interface PaletteProps {
  pages: readonly { to: string; label: string }[]
  instances: readonly Instance[]
  accounts: CommandSource['accounts']
  onClose: () => void
  onGo: (to: string) => void
  onAction: (action: PaletteAction, instance: Instance) => void
  onSwitch: (account: string) => void
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** Goes anywhere and does anything, by a few letters of its name. */
const Palette = ({ pages, instances, accounts, onClose, onGo, onAction, onSwitch }: PaletteProps) => {
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const shownQuery = useDeferredValue(query)
  const recipes = useStored(storedRecipes.of(useApi().connectionId))
  const operations = useOperations()
  const unconfirmed = useAllOperations().filter(
    (operation) => isUnconfirmed(operation) && operation.request.action !== 'create',
  )
  const source = { pages, instances, recipes, accounts, unconfirmed, refusal: useRefusal() }
  const found = findCommands(source, shownQuery)
  const last = found.length - 1
  const current = found[Math.min(at, last)]
  // Of the place, not of the command: a reference to an id ends at a space, which what the service names may hold.
  const optionId = (index: number) => `${id}-${index}`

  const run = (command: FoundCommand | undefined) => {
    if (command === undefined) return
    if (command.refusal !== null) {
      announce(command.refusal)
      return
    }
    onClose()
    carryOut(command.run, { onGo, onAction, onSwitch, onRetry: operations.retry })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.max(Math.min(Math.min(at, last) + step, last), 0))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      // Enter means what is typed, even where the list has yet to catch up with it.
      run(query === shownQuery ? current : findCommands(source, query)[0])
    }
  }

  return (
    <Dialog open title="Go to or run" width="wide" onClose={onClose}>
      <TextInput
        role="combobox"
        aria-label="Search pages, instances and actions"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current === undefined ? undefined : optionId(Math.min(at, last))}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="A page, an instance, or an action such as “stop rna-atlas”"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="mt-2 flex h-80 flex-col">
        <p role="status" className={found.length === 0 ? 'px-2.5 py-2 text-ink-muted' : 'sr-only'}>
          {found.length === 0
            ? 'Nothing matches. Type part of a page’s or an instance’s name, or an action such as “stop”.'
            : pluralize(found.length, 'match', 'matches')}
        </p>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="Commands"
          tabIndex={-1}
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
        >
          {found.map((command, index) => (
            <PaletteOption
              key={command.id}
              id={optionId(index)}
              command={command}
              isCurrent={command === current}
              onPoint={() => setAt(index)}
              onRun={() => run(command)}
            />
          ))}
        </div>
      </div>
    </Dialog>
  )
}
export default Palette

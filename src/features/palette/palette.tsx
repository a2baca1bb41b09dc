import { useQuery } from '@tanstack/react-query'
import Search from 'lucide-react/icons/search'
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useId, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { useDisabledReason } from '#features/actions/use-disabled-reasons.ts'
import { formatAge } from '#lib/format.ts'
import { pluralize, searchWords } from '#lib/text.ts'
import { MINUTE } from '#lib/time.ts'
import { sshLine } from '#model/instance/connect.ts'
import { stateInfo } from '#model/instance/states.ts'
import { useAllOperations } from '#operations/hooks.ts'
import { isUnconfirmed } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import { notifyNotStored } from '#page/save-stored.ts'
import { useNow } from '#page/use-now.ts'
import { storedRecipes } from '#storage/create.ts'
import { idleQuery, idleSinceOf } from '#storage/idle-query.ts'
import { useStored } from '#storage/stored-value.ts'
import { setTheme } from '#storage/theme.ts'
import { announce } from '#ui/announcer.tsx'
import { copyText } from '#ui/copy-button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { commandKey, Kbd } from '#ui/kbd.tsx'
import { StateMark } from '#ui/state-mark.tsx'
import { showToast } from '#ui/toast-store.ts'

import type { PaletteAction, Run } from './command.ts'
import type { CommandSource } from './commands.ts'
import { findCommands, type FoundCommand } from './find-commands.ts'
import { PaletteOption } from './palette-option.tsx'

interface Ways {
  onGo: (to: string) => void
  onAction: (action: PaletteAction, instance: Instance) => void
  onSwitch: (account: string) => void
  onRetry: (operation: number) => void
}

const copySsh = async (instance: Instance) => {
  const text = sshLine(instance) ?? ''
  const isCopied = await copyText(text)
  showToast(
    isCopied
      ? { tone: 'good', title: 'SSH command copied.' }
      : { tone: 'bad', title: 'The browser blocked copying, so nothing was copied.', detail: text },
  )
}

/** Does what a command says. */
const carryOut = (run: Run, { onGo, onAction, onSwitch, onRetry }: Ways): void => {
  switch (run.kind) {
    case 'go':
      onGo(run.to)
      return
    case 'action':
      onAction(run.action, run.instance)
      return
    case 'open':
      globalThis.open(run.url, '_blank', 'noopener,noreferrer')
      return
    case 'copySsh':
      void copySsh(run.instance)
      return
    case 'retry':
      onRetry(run.operation)
      return
    case 'switch':
      onSwitch(run.account)
      return
    default:
      if (!setTheme(run.theme)) notifyNotStored()
  }
}

interface PaletteProps {
  pages: CommandSource['pages']
  instances: readonly Instance[]
  here: Instance | null
  accounts: CommandSource['accounts']
  /** Hands over what was typed before this came; a line break at its end stands for Enter. */
  onTyped: (take: (typed: string) => void) => void
  onClose: () => void
  /** Shows the keys that work everywhere, in place of this. */
  onHelp: () => void
  onGo: (to: string) => void
  onAction: (action: PaletteAction, instance: Instance) => void
  onSwitch: (account: string) => void
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** The lines of each heading, in their order; `first` is the place of its first line among all. */
const byGroup = (
  found: readonly FoundCommand[],
): { group: string; first: number; lines: FoundCommand[] }[] => {
  const groups: { group: string; first: number; lines: FoundCommand[] }[] = []
  for (const [index, command] of found.entries()) {
    const last = groups.at(-1)
    if (last?.group === command.group) last.lines.push(command)
    else groups.push({ group: command.group, first: index, lines: [command] })
  }
  return groups
}

/** Where it is said of a line that its instance idles: where one would go there or end that. */
const showsIdle = ({ isPlace, icon }: FoundCommand): boolean => isPlace || icon === 'stop'

const Keys = ({ onHelp }: { onHelp: () => void }) => (
  <div className="flex items-center gap-4 border-t border-line px-4 py-2.5 text-small text-ink-muted max-sm:hidden pointer-coarse:hidden">
    <p aria-hidden className="flex items-center gap-4">
      <span className="flex items-center gap-1.5">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> move
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>Enter</Kbd> run
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>{`${commandKey} Enter`}</Kbd> new tab
      </span>
    </p>
    <button
      type="button"
      aria-keyshortcuts="?"
      className="ml-auto flex items-center gap-1.5 rounded-sm hover:text-ink"
      onClick={onHelp}
    >
      <span aria-hidden>
        <Kbd>?</Kbd>
      </span>
      All keys
    </button>
  </div>
)

/** Goes anywhere and does anything, by a few letters of its name. */
const Palette = ({
  pages,
  instances,
  here,
  accounts,
  onTyped,
  onClose,
  onHelp,
  onGo,
  onAction,
  onSwitch,
}: PaletteProps) => {
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const shownQuery = useDeferredValue(query)
  const api = useApi()
  const now = useNow(MINUTE)
  const idleSince = idleSinceOf(useQuery(idleQuery(api, instances)).data)
  const recipes = useStored(storedRecipes.of(api.connectionId))
  const operations = useOperations()
  const unconfirmed = useAllOperations().filter(
    (operation) => isUnconfirmed(operation) && operation.request.action !== 'create',
  )
  const source = {
    pages,
    instances,
    here,
    recipes,
    accounts,
    unconfirmed,
    disabledReason: useDisabledReason(),
  }
  const found = findCommands(source, shownQuery)
  const words = searchWords(shownQuery)
  const last = found.length - 1
  const current = found[Math.min(at, last)]
  // Of the place, not of the command: a reference to an id ends at a space, which what the service names may hold.
  const optionId = (index: number) => `${id}-${index}`

  const idleText = (command: FoundCommand): string | null => {
    const since = command.instance !== null && showsIdle(command) ? idleSince(command.instance.uuid) : null
    return since === null ? null : `idle ${formatAge(Math.max(0, now - since))}`
  }

  const run = (command: FoundCommand | undefined, inNewTab: boolean) => {
    if (command === undefined) return
    if (command.disabledReason !== null) {
      announce(command.disabledReason)
      return
    }
    onClose()
    if (inNewTab && command.run.kind === 'go') globalThis.open(command.run.to, '_blank', 'noopener')
    else carryOut(command.run, { onGo, onAction, onSwitch, onRetry: operations.retry })
  }

  const takeOver = useEffectEvent((typed: string) => {
    const text = typed.replace('\n', '')
    if (text === '?') {
      onHelp()
      return
    }
    setQuery(text)
    if (text !== typed) run(findCommands(source, text)[0], false)
  })
  // Not before the page has stopped collecting it.
  const whenThere = useEffectEvent(() => onTyped((typed) => takeOver(typed)))
  useEffect(() => whenThere(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (event.key === '?' && query === '') {
      event.preventDefault()
      onHelp()
    } else if (step !== undefined) {
      event.preventDefault()
      setAt(Math.max(Math.min(Math.min(at, last) + step, last), 0))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      // Enter means what is typed, even where the list has yet to catch up with it.
      run(query === shownQuery ? current : findCommands(source, query)[0], event.metaKey || event.ctrlKey)
    }
  }

  return (
    <Dialog open look="palette" title="Go to or run" onClose={onClose}>
      <div className="flex h-13 shrink-0 items-center gap-3 rounded-t-panel border-b border-line px-4 has-[input:focus-visible]:border-accent max-sm:pr-12">
        <Search aria-hidden size={16} className="shrink-0 text-ink-muted" />
        {here !== null && (
          <span
            aria-hidden
            className="flex max-w-48 min-w-0 shrink-0 items-center gap-1.5 rounded-sm bg-sunken px-2 text-secondary leading-6 text-ink-muted"
          >
            <StateMark kind={stateInfo(here.state).kind} size={9} />
            <span className="truncate">{here.name}</span>
          </span>
        )}
        <input
          role="combobox"
          aria-label="Search pages, instances and actions"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : optionId(Math.min(at, last))}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Search or run"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-lead text-ink outline-none pointer-coarse:text-[1rem]"
        />
      </div>
      <p role="status" className={found.length === 0 ? 'px-4 py-3 text-ink-muted' : 'sr-only'}>
        {found.length === 0
          ? 'Nothing matches. Type part of a page’s or an instance’s name, or an action such as “stop”.'
          : pluralize(found.length, 'match', 'matches')}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Commands"
        tabIndex={-1}
        className="min-h-0 flex-auto overflow-y-auto overscroll-contain px-1.5 pb-2 empty:hidden"
      >
        {byGroup(found).map(({ group, first, lines }) => (
          <div key={group} role="group" aria-labelledby={`${id}-group-${first}`}>
            <p
              id={`${id}-group-${first}`}
              className="px-2.5 pt-2.5 pb-1 text-small font-medium wrap-anywhere text-ink-muted"
            >
              {group}
            </p>
            {lines.map((command, index) => (
              <PaletteOption
                key={command.id}
                id={optionId(first + index)}
                command={command}
                words={words}
                idle={idleText(command)}
                isCurrent={command === current}
                onPoint={() => setAt(first + index)}
                onRun={(inNewTab) => run(command, inNewTab)}
              />
            ))}
          </div>
        ))}
      </div>
      <Keys onHelp={onHelp} />
    </Dialog>
  )
}
export default Palette

import Check from 'lucide-react/icons/check'
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react'

import { type Align, useAnchored } from './anchored.ts'
import { cx } from './cx.ts'
import { latinKey } from './shortcut-keys.ts'
import { entryForTyping } from './type-ahead.ts'

/** Which of `count` entries a key moves to from the one at `now` (-1 for none); null for a key that moves nowhere. */
export const entryForKey = (key: string, now: number, count: number): number | null => {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (now + 1) % count
    case 'ArrowUp':
      return now <= 0 ? count - 1 : now - 1
    case 'Home':
    case 'PageUp':
      return 0
    case 'End':
    case 'PageDown':
      return count - 1
    default:
      return null
  }
}

export type MenuEntry =
  | {
      kind: 'action'
      label: string
      /** A quiet second line: what it brings, such as its price. */
      detail?: string | undefined
      /** The same at the end of the line, for a figure. */
      figure?: string | undefined
      /** Written with an ellipsis, which is no part of its name. */
      opensDialog?: boolean
      onSelect: () => void
      icon?: ReactNode
      /** Marks an action that cannot be taken back. */
      danger?: boolean
      /** Why it is not possible now, as a sentence for those who ask. The entry stays reachable. */
      disabledReason?: string | undefined
      /** The same in at most three words, shown at the end of the line; without them the sentence is a second line. */
      disabledNote?: string | undefined
      /** A key that does the same, shown at the end of the line. */
      shortcut?: string
    }
  | {
      kind: 'link'
      label: string
      href: string
      /** Goes there without leaving the app. A click that asks for a new tab or window is the browser's, as with any link. */
      onNavigate?: () => void
      /** For a page outside the app. */
      newTab?: boolean
      icon?: ReactNode
    }
  | {
      /** One of several, of which one is in force. */
      kind: 'choice'
      key: string
      label: string
      /** A quiet second line, to tell two of the same kind apart. */
      detail?: string
      checked: boolean
      onSelect: () => void
    }
  | { kind: 'separator'; key: string }

const itemClass =
  'flex min-h-8 w-full items-center gap-2.5 rounded-control px-2 py-1 text-left text-secondary outline-none select-none focus:bg-sunken pointer-coarse:min-h-10'

/** Only one entry is ever marked, whether the pointer or a key marked it last. */
const markUnderPointer = ({ currentTarget, pointerType }: PointerEvent<HTMLElement>) => {
  if (pointerType !== 'touch' && currentTarget !== document.activeElement) {
    currentTarget.focus({ preventScroll: true })
  }
}

const Icon = ({ children }: { children: ReactNode }) => (
  <span className="grid w-4 shrink-0 place-items-center text-ink-muted">{children}</span>
)

type MenuItemProps = { entry: MenuEntry; onClose: () => void }

const MenuItem = ({ entry, onClose }: MenuItemProps) => {
  const id = useId()
  if (entry.kind === 'separator') return <hr className="-mx-1 my-1 border-0 border-t border-line" />

  const shared = { tabIndex: -1, 'data-label': entry.label, onPointerMove: markUnderPointer }

  if (entry.kind === 'link') {
    const follow = (event: MouseEvent) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (isPlain && entry.onNavigate !== undefined) {
        event.preventDefault()
        entry.onNavigate()
      }
      onClose()
    }
    return (
      <a
        {...shared}
        role="menuitem"
        href={entry.href}
        target={entry.newTab === true ? '_blank' : undefined}
        rel="noreferrer"
        onClick={follow}
        className={itemClass}
      >
        {entry.icon !== undefined && <Icon>{entry.icon}</Icon>}
        {entry.label}
      </a>
    )
  }

  const isChoice = entry.kind === 'choice'
  const disabledReason = isChoice ? undefined : entry.disabledReason
  const isDisabled = disabledReason !== undefined
  const danger = !isChoice && !isDisabled && entry.danger === true
  const note = isChoice || !isDisabled ? undefined : entry.disabledNote
  const detail = disabledReason ?? entry.detail
  const figure = isChoice || detail !== undefined ? undefined : entry.figure
  const icon = isChoice ? entry.checked && <Check aria-hidden size={15} /> : entry.icon
  return (
    <button
      {...shared}
      type="button"
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={isChoice ? entry.checked : undefined}
      aria-disabled={isDisabled || undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={(detail ?? figure) === undefined ? undefined : `${id}-detail`}
      onClick={() => {
        if (isDisabled) return
        onClose()
        entry.onSelect()
      }}
      title={note === undefined ? undefined : disabledReason}
      className={cx(itemClass, danger && 'text-bad-ink focus:bg-bad-soft')}
    >
      {icon !== undefined && <Icon>{icon}</Icon>}
      <span className="min-w-0 flex-1">
        <span
          id={`${id}-label`}
          className={cx(
            'block',
            isDisabled && 'text-ink-muted',
            isChoice && 'max-w-64 font-medium wrap-anywhere',
          )}
        >
          {entry.label}
          {!isChoice && entry.opensDialog === true && <span aria-hidden>…</span>}
        </span>
        {detail !== undefined && (
          <span
            id={`${id}-detail`}
            className={note === undefined ? 'block max-w-64 text-small text-ink-muted' : 'sr-only'}
          >
            {detail}
          </span>
        )}
      </span>
      {note !== undefined && (
        <span aria-hidden className="pl-4 text-small text-ink-muted">
          {note}
        </span>
      )}
      {figure !== undefined && (
        <span id={`${id}-detail`} translate="no" className="pl-4 text-small whitespace-nowrap text-ink-muted">
          {figure}
        </span>
      )}
      {!isChoice && entry.shortcut !== undefined && (
        <kbd aria-hidden className="font-sans text-small text-ink-muted">
          {entry.shortcut}
        </kbd>
      )}
    </button>
  )
}

/** Letters typed within this time of one another are one word. */
const typingMs = 600

const itemSelector = '[role=menuitem], [role=menuitemradio]'

type AnchoredMenuProps = {
  /** The button that opened the menu; null while it is closed. */
  anchor: HTMLElement | null
  onClose: () => void
  /** The menu's accessible name. */
  label: string
  entries: readonly MenuEntry[]
  align?: Align
}

const Menu = ({
  anchor,
  onClose,
  label,
  entries,
  align = 'end',
}: AnchoredMenuProps & { anchor: HTMLElement }) => {
  const box = useAnchored(anchor, align, onClose)
  const typed = useRef({ text: '', at: 0 })

  const items = () => [...(box.current?.querySelectorAll<HTMLElement>(itemSelector) ?? [])]

  useEffect(() => {
    // By keyboard one starts at the first entry; by pointer nothing is chosen before one points at it.
    const first = anchor.matches(':focus-visible')
      ? box.current?.querySelector<HTMLElement>(itemSelector)
      : null
    ;(first ?? box.current)?.focus({ preventScroll: true })
  }, [anchor, box])

  const onKey = (event: KeyboardEvent) => {
    const all = items()
    const now = all.findIndex((item) => item === document.activeElement)
    if (event.key === 'Tab') {
      onClose()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    let next = entryForKey(event.key, now, all.length)
    if (next === null && event.key === ' ') {
      event.preventDefault()
      all[now]?.click()
    } else if (next === null && event.key.length === 1) {
      const { text, at } = typed.current
      const letter = latinKey(event.nativeEvent)
      const word = event.timeStamp - at < typingMs ? text + letter : letter
      typed.current = { text: word, at: event.timeStamp }
      next = entryForTyping(
        word,
        now,
        all.map((item) => item.dataset['label'] ?? ''),
      )
    }
    if (next === null) return
    event.preventDefault()
    all[next]?.focus()
  }

  return (
    <div
      ref={box}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKey}
      className="fixed inset-auto m-0 min-w-48 overflow-y-auto overscroll-contain rounded-card p-1 overlay outline-none"
    >
      {/* A sheet covers what it belongs to. */}
      <p aria-hidden className="hidden px-2 pb-1.5 font-semibold in-data-bottom:block">
        {label}
      </p>
      {entries.map((entry) => (
        <MenuItem key={'key' in entry ? entry.key : entry.label} entry={entry} onClose={onClose} />
      ))}
    </div>
  )
}

/**
 * One menu for many buttons: it opens beside whichever `anchor` it is given, and gives the focus back to it. It does not
 * live inside the row that opened it, so the row may change or repaint under it. A second press on the anchor closes it.
 */
export const AnchoredMenu = ({ anchor, ...rest }: AnchoredMenuProps) =>
  anchor === null ? null : <Menu {...rest} anchor={anchor} />

import { type KeyboardEvent, useEffect, useRef } from 'react'

import { entryForKey, entryForTyping } from './menu-keys.ts'
import { type MenuEntry, MenuItem } from './menu-item.tsx'
import type { Align } from './place.ts'
import { useTopLayer } from './use-top-layer.ts'

export type { MenuEntry } from './menu-item.tsx'

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

const Menu = ({ anchor, onClose, label, entries, align = 'end' }: AnchoredMenuProps) => {
  const box = useTopLayer(anchor, align, onClose)
  const typed = useRef({ text: '', at: 0 })

  const items = () => [...(box.current?.querySelectorAll<HTMLElement>(itemSelector) ?? [])]

  useEffect(() => {
    // By keyboard one starts at the first entry; by pointer nothing is chosen before one points at it.
    const first =
      anchor?.matches(':focus-visible') === true
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
      const word = event.timeStamp - at < typingMs ? text + event.key : event.key
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
export const AnchoredMenu = (props: AnchoredMenuProps) => (props.anchor === null ? null : <Menu {...props} />)

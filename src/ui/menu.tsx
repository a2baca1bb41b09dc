import { CSPProvider } from '@base-ui/react/csp-provider'
import { Menu } from '@base-ui/react/menu'
import type { MouseEvent, ReactNode } from 'react'

import { cx } from './cx.ts'
import { useAnchor } from './use-anchor.ts'

export type MenuEntry =
  | {
      kind: 'act'
      label: string
      onSelect: () => void
      icon?: ReactNode
      /** Marks an act that cannot be taken back. */
      danger?: boolean
      /** Why it is not possible now; shown as a second line. The entry stays reachable. */
      disabledReason?: string | undefined
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
  | { kind: 'separator'; key: string }

type AnchoredMenuProps = {
  /** The element that opened the menu; null while it is closed. */
  anchor: HTMLElement | null
  onClose: () => void
  /** The menu's accessible name. */
  label: string
  entries: readonly MenuEntry[]
  align?: 'start' | 'end'
}

const entryClass =
  'flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-control px-2 py-1 text-secondary outline-none select-none data-highlighted:bg-sunken forced-colors:data-highlighted:outline-2 pointer-coarse:min-h-10'

const Entry = ({ entry }: { entry: MenuEntry }) => {
  if (entry.kind === 'separator') return <Menu.Separator className="-mx-1 my-1 h-px bg-line" />

  const icon = entry.icon !== undefined && (
    <span className="grid w-4 shrink-0 place-items-center text-ink-muted">{entry.icon}</span>
  )
  if (entry.kind === 'link') {
    const { onNavigate } = entry
    const follow = (event: MouseEvent) => {
      if (onNavigate === undefined || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      onNavigate()
    }
    return (
      <Menu.LinkItem
        closeOnClick
        href={entry.href}
        target={entry.newTab === true ? '_blank' : undefined}
        rel={entry.newTab === true ? 'noreferrer' : undefined}
        label={entry.label}
        onClick={follow}
        className={entryClass}
      >
        {icon}
        {entry.label}
      </Menu.LinkItem>
    )
  }

  const { label, onSelect, danger = false, disabledReason, shortcut } = entry
  const refused = disabledReason !== undefined
  return (
    <Menu.Item
      disabled={refused}
      label={label}
      aria-label={label}
      aria-description={disabledReason}
      onClick={onSelect}
      className={cx(entryClass, danger && !refused && 'text-bad-ink data-highlighted:bg-bad-soft')}
    >
      {icon}
      <span className="min-w-0 flex-1">
        <span className={cx('block', refused && 'text-ink-muted')}>{label}</span>
        {refused && <span className="block max-w-64 text-small text-ink-muted">{disabledReason}</span>}
      </span>
      {shortcut !== undefined && <kbd className="font-sans text-small text-ink-muted">{shortcut}</kbd>}
    </Menu.Item>
  )
}

/**
 * One menu for many buttons: it opens beside whichever `anchor` it is given, and gives the focus back to it. It does not
 * live inside the row that opened it, so the row may change or repaint under it.
 */
export const AnchoredMenu = ({ anchor, onClose, label, entries, align = 'end' }: AnchoredMenuProps) => {
  const { place, giveBack } = useAnchor(anchor)
  return (
    <CSPProvider disableStyleElements>
      <Menu.Root
        open={anchor !== null}
        modal={false}
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <Menu.Portal>
          <Menu.Positioner anchor={place} align={align} sideOffset={4} collisionPadding={8} className="z-50">
            <Menu.Popup
              aria-label={label}
              aria-labelledby={undefined}
              finalFocus={giveBack}
              className="max-h-(--available-height) min-w-44 overflow-y-auto rounded-card border border-line bg-raised p-1 text-ink shadow-overlay outline-none"
            >
              {entries.map((entry) => (
                <Entry key={entry.kind === 'separator' ? entry.key : entry.label} entry={entry} />
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </CSPProvider>
  )
}

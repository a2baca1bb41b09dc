import Check from 'lucide-react/icons/check'
import { type MouseEvent, type PointerEvent, type ReactNode, useId } from 'react'

import { cx } from './cx.ts'

export type MenuEntry =
  | {
      kind: 'act'
      label: string
      /** A quiet second line: what it brings, such as its price. */
      detail?: string | undefined
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
  'flex min-h-8 w-full items-center gap-2.5 rounded-control px-2 py-1 text-left text-secondary outline-none select-none focus:bg-sunken forced-colors:focus:outline-2 pointer-coarse:min-h-10'

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

/** One entry of a menu. */
export const MenuItem = ({ entry, onClose }: MenuItemProps) => {
  const id = useId()
  if (entry.kind === 'separator') return <hr className="-mx-1 my-1 border-0 border-t border-line" />

  const { label } = entry
  if (entry.kind === 'choice')
    return (
      <button
        type="button"
        role="menuitemradio"
        aria-checked={entry.checked}
        tabIndex={-1}
        data-label={label}
        onPointerMove={markUnderPointer}
        aria-labelledby={`${id}-label`}
        aria-describedby={entry.detail === undefined ? undefined : `${id}-detail`}
        onClick={() => {
          onClose()
          entry.onSelect()
        }}
        className={itemClass}
      >
        <Icon>{entry.checked && <Check aria-hidden size={15} />}</Icon>
        <span className="min-w-0 flex-1">
          <span id={`${id}-label`} className="block max-w-64 truncate font-medium">
            {label}
          </span>
          {entry.detail !== undefined && (
            <span id={`${id}-detail`} className="block text-small text-ink-muted">
              {entry.detail}
            </span>
          )}
        </span>
      </button>
    )

  const icon = entry.icon !== undefined && <Icon>{entry.icon}</Icon>
  const shared = {
    role: 'menuitem',
    tabIndex: -1,
    'data-label': label,
    onPointerMove: markUnderPointer,
  } as const

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
        href={entry.href}
        target={entry.newTab === true ? '_blank' : undefined}
        rel="noreferrer"
        onClick={follow}
        className={itemClass}
      >
        {icon}
        {label}
      </a>
    )
  }

  const { onSelect, danger = false, disabledReason, shortcut } = entry
  const refused = disabledReason !== undefined
  const detail = disabledReason ?? entry.detail
  return (
    <button
      {...shared}
      type="button"
      aria-disabled={refused || undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={detail === undefined ? undefined : `${id}-detail`}
      onClick={() => {
        if (refused) return
        onClose()
        onSelect()
      }}
      className={cx(itemClass, danger && !refused && 'text-bad-ink focus:bg-bad-soft')}
    >
      {icon}
      <span className="min-w-0 flex-1">
        <span id={`${id}-label`} className={cx('block', refused && 'text-ink-muted')}>
          {label}
        </span>
        {detail !== undefined && (
          <span id={`${id}-detail`} className="block max-w-64 text-small text-ink-muted">
            {detail}
          </span>
        )}
      </span>
      {shortcut !== undefined && (
        <kbd aria-hidden className="font-sans text-small text-ink-muted">
          {shortcut}
        </kbd>
      )}
    </button>
  )
}

import { type KeyboardEvent, type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import type { FleetGroup } from '#model/fleet/fleet-view.ts'
import { focusPage } from '#ui/front-layer.ts'
import { latinKey } from '#ui/shortcut-keys.ts'
import { entryForTyping } from '#ui/type-ahead.ts'

/** A line of the table: an instance, or the head of a group. */
export type FleetItem = { kind: 'group'; group: FleetGroup } | { kind: 'instance'; instance: Instance }

/** The lines of the table: without heads where there is one group of all, and without the instances of the folded ones. */
export const itemsOf = (
  groups: readonly FleetGroup[],
  isGrouped: boolean,
  folded: ReadonlySet<string>,
): FleetItem[] =>
  groups.flatMap((group) => [
    ...(isGrouped ? [{ kind: 'group' as const, group }] : []),
    ...(isGrouped && folded.has(group.key) ? [] : group.instances).map((instance) => ({
      kind: 'instance' as const,
      instance,
    })),
  ])

const inName = /^[\p{L}\p{N}._-]$/u

/** Whether a key is a letter of a name. `/` and `?` are not, and go on doing what they do on every page. */
export const isNameLetter = (key: string): boolean => inName.test(key)

/**
 * Which of `count` rows a key leads to from the one at `now`, with `page` rows to a window. Null for a key that leads nowhere:
 * the browser may then do with it what it does.
 */
export const rowForKey = (key: string, now: number, count: number, page: number): number | null => {
  const wanted: Record<string, number> = {
    ArrowDown: now + 1,
    ArrowUp: now - 1,
    PageDown: now + page,
    PageUp: now - page,
    Home: 0,
    End: count - 1,
  }
  if (!Object.hasOwn(wanted, key) || count === 0) return null
  const row = Math.min(count - 1, Math.max(0, wanted[key] ?? now))
  return row === now ? null : row
}

/** Letters typed within this time of one another are one word. */
const typingMs = 700

/** Which control of a row: of which cell, and the how many-eth in it. */
interface Place {
  cell: number
  control: number
}

const controlsOf = (element: Element | undefined): HTMLElement[] => [
  ...(element?.querySelectorAll<HTMLElement>('a, button, input') ?? []),
]

const placeOf = (target: HTMLElement, cell: HTMLTableCellElement): Place => ({
  cell: cell.cellIndex,
  control: controlsOf(cell).indexOf(target),
})

const focusIn = (row: HTMLTableRowElement, { cell, control }: Place) => {
  const there = controlsOf(row.cells[cell])
  const wanted = there[Math.min(control, there.length - 1)] ?? controlsOf(row).at(-1)
  row.scrollIntoView({ block: 'nearest' })
  wanted?.focus({ preventScroll: true })
}

/** How many rows a page has, less one, so that the last row seen is seen again. */
const pageOf = (row: HTMLElement): number => Math.max(1, Math.floor(innerHeight / row.offsetHeight) - 2)

/**
 * Keys that lead from row to row, also to rows that are not drawn yet; the browser's own Tab order is left as it is. Arrows, Home,
 * End and the page keys stay in the same column of controls: from name to name, from menu to menu. On a name, letters are typed
 * ahead: they lead to the next name that begins so, and to nothing else, so `g` is a letter there and no shortcut. A row that goes
 * hands the focus on to the one that takes its place.
 */
export const useRowKeys = (items: readonly FleetItem[], body: RefObject<HTMLElement | null>) => {
  const typed = useRef({ text: '', at: 0 })
  const [wanted, setWanted] = useState<{ uuid: string; place: Place } | null>(null)

  /** The row that has the focus. What is removed with the focus in it tells React of no blur. */
  const focused = useRef<{ uuid: string; at: number; place: Place } | null>(null)

  // Only once a key is pressed or the focus lost: there may be thousands.
  const instancesNow = () => items.flatMap((item) => (item.kind === 'instance' ? item.instance : []))
  const indexIn = (instances: readonly Instance[], uuid: string | undefined) =>
    instances.findIndex((instance) => instance.uuid === uuid)

  const rowOf = (uuid: string) =>
    [...(body.current?.querySelectorAll<HTMLTableRowElement>('tr[data-uuid]') ?? [])].find(
      (row) => row.dataset['uuid'] === uuid,
    ) ?? null

  const go = (uuid: string, place: Place) => {
    const row = rowOf(uuid)
    if (row === null) setWanted({ uuid, place })
    else focusIn(row, place)
  }

  const nameFor = (event: KeyboardEvent, names: readonly string[], now: number): number | null => {
    const { text, at } = typed.current
    const letter = latinKey(event.nativeEvent)
    const word = event.timeStamp - at < typingMs ? text + letter : letter
    typed.current = { text: word, at: event.timeStamp }
    return entryForTyping(word, now, names)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event
    if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
    const cell = target.closest('td')
    const row = target.closest('tr')
    if (cell === null || row === null || target.closest('[popover]') !== null) return

    const instances = instancesNow()
    const now = indexIn(instances, row.dataset['uuid'])
    const isTyped = isNameLetter(key) && target instanceof HTMLAnchorElement && cell.cellIndex === 1
    const next = isTyped
      ? nameFor(
          event,
          instances.map(({ name }) => name),
          now,
        )
      : rowForKey(key, now, instances.length, pageOf(row))
    if (isTyped) event.stopPropagation()
    const instance = instances[next ?? -1]
    if (instance === undefined) return
    event.preventDefault()
    go(instance.uuid, placeOf(target, cell))
  }

  /** The row to scroll to, until it is drawn: then `onDrawn` gives it the focus. */
  const index =
    wanted === null
      ? -1
      : items.findIndex((item) => item.kind === 'instance' && item.instance.uuid === wanted.uuid)
  const wantedIndex = index < 0 ? null : index
  const onDrawn = () => {
    const row = wanted === null ? null : rowOf(wanted.uuid)
    if (wanted === null || row === null) return
    setWanted(null)
    focusIn(row, wanted.place)
  }

  const noteFocus = useEffectEvent(({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    const cell = target.closest('td')
    const uuid = target.closest('tr')?.dataset['uuid']
    if (cell !== null && uuid !== undefined)
      focused.current = { uuid, at: indexIn(instancesNow(), uuid), place: placeOf(target, cell) }
  })
  // Not by React, which hears nothing of a focus that a closing dialog gives back.
  useLayoutEffect(() => {
    const rows = body.current
    const onFocusIn = (event: FocusEvent) => noteFocus(event)
    rows?.addEventListener('focusin', onFocusIn)
    return () => {
      rows?.removeEventListener('focusin', onFocusIn)
      // The table goes with its last row, and there is no row left to hand the focus on to.
      if (rows?.contains(document.activeElement) === true) focusPage()
    }
  }, [body])
  const onBlur = () => {
    focused.current = null
  }
  const handOn = useEffectEvent(() => {
    const lost = focused.current
    if (lost === null || document.activeElement !== document.body) return
    const instances = instancesNow()
    if (indexIn(instances, lost.uuid) >= 0) return
    focused.current = null
    const next = instances[lost.at] ?? instances.at(-1)
    if (next !== undefined) go(next.uuid, lost.place)
  })
  // The row whose instance is gone hands the focus on to the one that takes its place.
  useLayoutEffect(() => {
    handOn()
  })

  return { onKeyDown, onBlur, wantedIndex, onDrawn }
}

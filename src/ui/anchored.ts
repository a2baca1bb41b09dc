import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react'

import { giveFocusBack, holdsFocus, noteOpener } from './layers.ts'

const margin = 8

type Box = { left: number; top: number; width: number; height: number }
export type Align = 'start' | 'center' | 'end'
type Placement = { align: Align; side?: 'above' | 'below'; gap: number }

/**
 * Where a popup of `size` stands for an anchor: on the side asked for, or on the other where there is more room, inside the
 * window. `maxHeight` is the room there is; a taller popup scrolls. All in CSS px.
 */
export const placeBeside = (
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
  { align, side = 'below', gap }: Placement,
) => {
  const below = view.height - (anchor.top + anchor.height) - gap - margin
  const above = anchor.top - gap - margin
  const fits = size.height <= (side === 'below' ? below : above)
  const isBelow = fits ? side === 'below' : below >= above
  const maxHeight = Math.max(0, isBelow ? below : above)
  const height = Math.min(size.height, maxHeight)
  const share = { start: 0, center: 0.5, end: 1 }[align]
  const wanted = anchor.left + (anchor.width - size.width) * share
  return {
    left: Math.max(margin, Math.min(wanted, view.width - size.width - margin)),
    top: isBelow ? anchor.top + anchor.height + gap : anchor.top - gap - height,
    maxHeight,
  }
}

/** Shows an element with `popover="manual"` beside `anchor`, and has it follow. Returns what ends that. */
export const showBeside = (box: HTMLElement, anchor: Element, placement: Placement): (() => void) => {
  const place = () => {
    // An anchor that left the page, such as a row scrolled out of a long table, does not take its popup along.
    if (!anchor.isConnected) return
    // Measured at the edge of the window: elsewhere what is left of the window would narrow it.
    box.style.left = '0px'
    box.style.maxHeight = ''
    const at = placeBeside(
      anchor.getBoundingClientRect(),
      { width: box.offsetWidth, height: box.offsetHeight },
      { width: document.documentElement.clientWidth, height: innerHeight },
      placement,
    )
    box.style.left = `${at.left}px`
    box.style.top = `${at.top}px`
    box.style.maxHeight = `${at.maxHeight}px`
  }
  const onScroll = ({ target }: Event) => {
    if (!(target instanceof Node && box.contains(target))) place()
  }
  // What grows, and whatever grows above it, moves it too.
  const sizes = new ResizeObserver(() => requestAnimationFrame(place))

  if (!box.matches(':popover-open')) box.showPopover()
  place()
  for (const each of [box, anchor, document.body]) sizes.observe(each)
  globalThis.addEventListener('scroll', onScroll, true)
  globalThis.addEventListener('resize', place)
  return () => {
    sizes.disconnect()
    globalThis.removeEventListener('scroll', onScroll, true)
    globalThis.removeEventListener('resize', place)
  }
}

/** Below this width (CSS px) a popup is a sheet. */
const phone = 640

/** Shows the box as a sheet from the bottom, as on a phone, where it would float in mid-screen beside its anchor. */
const showAsSheet = (box: HTMLElement): (() => void) => {
  box.dataset['bottom'] = ''
  if (!box.matches(':popover-open')) box.showPopover()
  // It stands on its lower edge: what it loses must not move what stands above.
  box.style.minHeight = `${box.offsetHeight}px`
  return () => undefined
}

/** A tap beside a sheet closes it, and is no tap on what lies under its scrim. */
const swallowClick = () => {
  const over = new AbortController()
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    over.abort()
  }
  document.addEventListener('click', swallow, { capture: true, signal: over.signal })
  setTimeout(() => over.abort(), 500)
}

/** The boxes that are open; Escape is for the last. */
const open: HTMLElement[] = []

/**
 * Shows the box beside `anchor` for as long as it is mounted. Escape, a press elsewhere, a click on the anchor and focus that
 * moves on ask for `onClose`; focus that was inside returns to the anchor.
 */
export const useAnchored = (
  anchor: HTMLElement,
  align: Align,
  onClose: () => void,
): RefObject<HTMLDivElement | null> => {
  const ref = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return undefined
    const listening = new AbortController()
    const during = { capture: true, signal: listening.signal }
    const isWithin = (target: EventTarget | null, element: Element) =>
      target instanceof Node && element.contains(target)

    noteOpener(box, anchor)
    open.push(box)
    const isSheet = innerWidth < phone
    const stop = isSheet ? showAsSheet(box) : showBeside(box, anchor, { align, gap: 4 })
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (isWithin(event.target, box) || (!isSheet && isWithin(event.target, anchor))) return
        // A press beside a dialog closes what is open in it, not the dialog as well.
        if (event.target instanceof HTMLDialogElement) event.preventDefault()
        if (isSheet) swallowClick()
        close()
      },
      during,
    )
    document.addEventListener(
      'click',
      (event) => {
        if (!isWithin(event.target, anchor)) return
        event.stopPropagation()
        close()
      },
      during,
    )
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || open.at(-1) !== box) return
        event.stopPropagation()
        // Or the browser would close the dialog under it.
        event.preventDefault()
        close()
      },
      during,
    )
    document.addEventListener(
      'focusin',
      ({ target }) => {
        if (!isWithin(target, box) && !isWithin(target, anchor)) close()
      },
      during,
    )
    return () => {
      listening.abort()
      stop()
      open.splice(open.indexOf(box), 1)
      if (holdsFocus(box)) giveFocusBack(box)
    }
  }, [anchor, align])

  return ref
}

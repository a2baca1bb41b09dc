import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react'

import { type Align, placeBeside } from './place.ts'

const gap = 4

/** The click that ends a press on the anchor of an open popup has done its work: it closed the popup, and must not open it again. */
const swallowClick = (anchor: HTMLElement) => {
  const swallow = (event: Event) => {
    if (event.target instanceof Node && anchor.contains(event.target)) event.stopPropagation()
  }
  document.addEventListener('click', swallow, { capture: true, once: true })
}

const place = (box: HTMLElement, anchor: HTMLElement, align: Align) => {
  // An anchor that left the page, such as a row scrolled out of a long table, does not take its popup along.
  if (!anchor.isConnected) return
  // Measured at the edge of the window: elsewhere what is left of the window would narrow it.
  box.style.left = '0px'
  box.style.maxHeight = ''
  const size = { width: box.offsetWidth, height: box.offsetHeight }
  const at = placeBeside(
    anchor.getBoundingClientRect(),
    size,
    { width: document.documentElement.clientWidth, height: innerHeight },
    { align, gap },
  )
  box.style.left = `${at.left}px`
  box.style.top = `${at.top}px`
  box.style.maxHeight = `${at.maxHeight}px`
}

/**
 * Shows an element with `popover="manual"` beside `anchor` while there is one: in the browser's top layer, where nothing clips or
 * covers it. Escape, a press elsewhere and focus that moves on ask for `onClose`; focus that was inside returns to the anchor.
 */
export const useTopLayer = (
  anchor: HTMLElement | null,
  align: Align,
  onClose: () => void,
): RefObject<HTMLDivElement | null> => {
  const ref = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const box = ref.current
    if (anchor === null || box === null) return undefined

    const stay = () => place(box, anchor, align)
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || box.contains(target)) return
      if (anchor.contains(target)) swallowClick(anchor)
      close()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      close()
    }
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Node && !box.contains(target) && !anchor.contains(target)) close()
    }

    if (!box.matches(':popover-open')) box.showPopover()
    stay()
    document.addEventListener('pointerdown', onPress, true)
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('focusin', onFocus)
    globalThis.addEventListener('scroll', stay, true)
    globalThis.addEventListener('resize', stay)
    return () => {
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('focusin', onFocus)
      globalThis.removeEventListener('scroll', stay, true)
      globalThis.removeEventListener('resize', stay)
      const focused = document.activeElement
      if (focused === null || focused === document.body || box.contains(focused)) {
        anchor.focus({ preventScroll: true })
      }
    }
  }, [anchor, align])

  return ref
}

import { useEffect, useRef } from 'react'

/**
 * Where a popup stands and where its focus goes back to. An anchor that leaves the page, such as a row scrolled out of a
 * long table, keeps its last place, so that an open popup does not jump.
 */
export const useAnchor = (anchor: HTMLElement | null) => {
  const last = useRef<{ element: HTMLElement; rect: DOMRect } | null>(null)

  useEffect(() => {
    if (anchor !== null) last.current = { element: anchor, rect: anchor.getBoundingClientRect() }
  }, [anchor])

  const rectOf = (element: HTMLElement) => {
    if (!element.isConnected && last.current?.element === element) return last.current.rect
    const rect = element.getBoundingClientRect()
    last.current = { element, rect }
    return rect
  }

  return {
    place: anchor === null ? null : { getBoundingClientRect: () => rectOf(anchor), contextElement: anchor },
    giveBack: () => (last.current?.element.isConnected === true ? last.current.element : true),
  }
}

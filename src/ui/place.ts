const margin = 8

type Box = { left: number; top: number; width: number; height: number }
export type Align = 'start' | 'end'

/**
 * Where a popup of `size` stands for an anchor: below it, or above where there is more room, inside the window.
 * `maxHeight` is the room there is; a taller popup scrolls. All in CSS px.
 */
export const placeBeside = (
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
  { align, gap }: { align: Align; gap: number },
) => {
  const below = view.height - (anchor.top + anchor.height) - gap - margin
  const above = anchor.top - gap - margin
  const isBelow = size.height <= below || below >= above
  const maxHeight = Math.max(0, isBelow ? below : above)
  const height = Math.min(size.height, maxHeight)
  const wanted = align === 'start' ? anchor.left : anchor.left + anchor.width - size.width
  return {
    left: Math.max(margin, Math.min(wanted, view.width - size.width - margin)),
    top: isBelow ? anchor.top + anchor.height + gap : anchor.top - gap - height,
    maxHeight,
  }
}

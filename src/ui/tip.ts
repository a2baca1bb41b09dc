/**
 * One tip for the whole page: a light line of text beside the thing it explains. It lives in the browser's top layer, so no
 * table or dialog clips it. It is for eyes only: whatever it says is also the accessible name or description of its anchor.
 */

const gap = 6
const margin = 8
const hoverDelayMs = 350
/** Long enough to move the pointer from the anchor onto the tip, which stays open for it. */
const graceMs = 120

let layer: HTMLElement | null = null
let shownFor: Element | null = null
let showing: ReturnType<typeof setTimeout> | undefined
let hiding: ReturnType<typeof setTimeout> | undefined

const hideSoon = () => {
  clearTimeout(hiding)
  hiding = setTimeout(() => hideTip(), graceMs)
}

/** Puts a fixed layer above its anchor, or below where there is no room, and always inside the window. */
const placeNear = (anchor: Element, box: HTMLElement): void => {
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const left = Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - margin)
  const above = at.top - gap - height
  box.style.left = `${Math.max(margin, left)}px`
  box.style.top = `${above >= margin ? above : at.bottom + gap}px`
}

const onKey = (event: KeyboardEvent) => {
  if (event.key === 'Escape' || event.key === 'Enter' || event.key === ' ') hideTip()
}

const onPointerOver = (event: PointerEvent) => {
  if (!(event.target instanceof Node)) return
  if (shownFor?.contains(event.target) === true || layer?.contains(event.target) === true)
    clearTimeout(hiding)
  else hideSoon()
}

const build = (): HTMLElement => {
  const box = document.createElement('div')
  box.popover = 'manual'
  box.setAttribute('aria-hidden', 'true')
  box.className =
    'overlay fixed inset-auto m-0 max-w-72 rounded-control px-2.5 py-1.5 text-small font-normal whitespace-pre-line'
  document.body.append(box)
  return box
}

/** Takes the tip away; with an anchor, only if it is shown for that one. */
export const hideTip = (anchor?: Element): void => {
  if (anchor !== undefined && anchor !== shownFor) return
  clearTimeout(hiding)
  shownFor = null
  layer?.hidePopover()
  document.removeEventListener('keydown', onKey, true)
  document.removeEventListener('pointerover', onPointerOver)
  globalThis.removeEventListener('scroll', onScroll, true)
}

const onScroll = () => {
  hideTip()
}

/** Shows `text` for `anchor` at once. It goes when the pointer or the focus leaves, on Escape, when its anchor is pressed, and on scroll. */
export const showTip = (anchor: Element, text: string): void => {
  hideTip()
  clearTimeout(showing)
  if (!anchor.isConnected) return
  layer ??= build()
  layer.textContent = text
  shownFor = anchor
  layer.showPopover()
  placeNear(anchor, layer)
  document.addEventListener('keydown', onKey, true)
  document.addEventListener('pointerover', onPointerOver)
  globalThis.addEventListener('scroll', onScroll, true)
}

type TipEvent = { currentTarget: Element }

/** Handlers that show `text` while their element is hovered or focused by keyboard; none without a text. */
export const tipOn = (text: string | undefined) =>
  text === undefined
    ? {}
    : {
        onPointerEnter: ({ currentTarget, pointerType }: TipEvent & { pointerType: string }) => {
          clearTimeout(showing)
          if (pointerType !== 'touch') showing = setTimeout(() => showTip(currentTarget, text), hoverDelayMs)
        },
        onPointerLeave: ({ currentTarget }: TipEvent) => {
          clearTimeout(showing)
          if (shownFor === currentTarget) hideSoon()
        },
        onPointerDown: ({ currentTarget }: TipEvent) => {
          clearTimeout(showing)
          hideTip(currentTarget)
        },
        onFocus: ({ currentTarget }: TipEvent) => {
          if (currentTarget.matches(':focus-visible')) showTip(currentTarget, text)
        },
        onBlur: ({ currentTarget }: TipEvent) => {
          hideTip(currentTarget)
        },
      }

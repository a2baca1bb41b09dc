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
let timer: ReturnType<typeof setTimeout> | undefined

const later = (act: () => void, ms: number) => {
  clearTimeout(timer)
  timer = setTimeout(act, ms)
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
  if (event.key === 'Escape') hideTip()
}

const onPointerOver = (event: PointerEvent) => {
  if (!(event.target instanceof Node)) return
  if (shownFor?.contains(event.target) === true || layer?.contains(event.target) === true) clearTimeout(timer)
  else later(hideTip, graceMs)
}

const build = (): HTMLElement => {
  const box = document.createElement('div')
  box.popover = 'manual'
  box.setAttribute('aria-hidden', 'true')
  box.className =
    'fixed inset-auto m-0 max-w-72 rounded-control border border-line bg-raised px-2.5 py-1.5 text-small font-normal whitespace-pre-line text-ink shadow-overlay'
  document.body.append(box)
  return box
}

/** Takes the tip away; with an anchor, only if it is shown for that one. */
export const hideTip = (anchor?: Element): void => {
  clearTimeout(timer)
  if (anchor !== undefined && anchor !== shownFor) return
  shownFor = null
  layer?.hidePopover()
  document.removeEventListener('keydown', onKey, true)
  document.removeEventListener('pointerover', onPointerOver)
  globalThis.removeEventListener('scroll', onScroll, true)
}

const onScroll = () => {
  hideTip()
}

/** Shows `text` for `anchor` at once. It goes when the pointer or the focus leaves, on Escape, and on scroll. */
export const showTip = (anchor: Element, text: string): void => {
  hideTip()
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
          if (pointerType !== 'touch') later(() => showTip(currentTarget, text), hoverDelayMs)
        },
        onPointerLeave: ({ currentTarget }: TipEvent) => {
          if (shownFor === currentTarget) later(hideTip, graceMs)
          else clearTimeout(timer)
        },
        onFocus: ({ currentTarget }: TipEvent) => {
          if (currentTarget.matches(':focus-visible')) showTip(currentTarget, text)
        },
        onBlur: ({ currentTarget }: TipEvent) => {
          hideTip(currentTarget)
        },
      }

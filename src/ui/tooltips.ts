/**
 * One tooltip for the whole page: a light line of text beside the thing that has `data-tooltip`, or beside a text that is cut short
 * (`truncate`), which it shows whole. It lives in the browser's top layer, so no table or dialog clips it. It is for eyes only: whatever
 * it says is also the accessible name or description of its anchor. Loaded when the pointer or the focus first reaches something that
 * has one.
 */
import { showBeside } from './anchored.ts'

const hoverDelayMs = 350
/** Long enough to move the pointer from the anchor onto the tooltip, which stays open for it. */
const graceMs = 120

const pressable = 'a[href], button, input, select, textarea, label, summary, [role=menuitem]'

/** What tells something when the keyboard comes to it. */
const mayTell = ':is(a, button, [data-tooltip]):focus-visible'

let layer: HTMLElement | undefined
let shown: HTMLElement | null = null
let awaited: HTMLElement | null = null
let unfollow: (() => void) | undefined
let showing: ReturnType<typeof setTimeout> | undefined
let hiding: ReturnType<typeof setTimeout> | undefined

/** A text that does not fit and ends in dots, whole: of an element itself or of the first such one in it. */
const cutShort = (element: HTMLElement): string | undefined => {
  const texts = [element, ...element.querySelectorAll<HTMLElement>('.truncate')]
  const text = texts.find((one) => one.matches('.truncate') && one.scrollWidth > one.clientWidth)
  return (text?.closest('[data-whole]') ?? text)?.textContent.trim()
}

const textOf = (anchor: HTMLElement): string | undefined => anchor.dataset['tooltip'] ?? cutShort(anchor)

/** Follows an anchor that says something else, and goes with one that goes. */
const changes = new MutationObserver(() => {
  const text = shown?.isConnected === true ? textOf(shown) : undefined
  if (shown === null || text === undefined) hide()
  else if (layer?.dataset['of'] !== text) showTooltip(shown)
})

const hide = () => {
  clearTimeout(hiding)
  shown = null
  changes.disconnect()
  unfollow?.()
  unfollow = undefined
  layer?.remove()
}

/** Shows none, and none that was about to be shown. */
const dismiss = () => {
  clearTimeout(showing)
  awaited = null
  hide()
}

const build = (): HTMLElement => {
  const box = document.createElement('div')
  box.popover = 'manual'
  box.ariaHidden = 'true'
  box.className =
    'overlay pointer-events-auto fixed inset-auto m-0 max-w-72 rounded-control px-2.5 py-1.5 text-left text-small font-normal whitespace-pre-line print:hidden'
  box.addEventListener('pointermove', ({ clientX, clientY }) => {
    // Where it lies over something else to press, it makes way.
    const under = document.elementsFromPoint(clientX, clientY).find((element) => !box.contains(element))
    const control = under?.closest(pressable)
    if (control && control !== shown && shown?.contains(control) !== true) hide()
  })
  return box
}

/** Shows the tooltip of `anchor` at once, or `text` in its place. */
export const showTooltip = (anchor: HTMLElement, text = textOf(anchor)): void => {
  dismiss()
  if (!anchor.isConnected || text === undefined) return
  layer ??= build()
  layer.textContent = text
  layer.dataset['of'] = textOf(anchor) ?? text
  // Outside an open dialog the pointer could not move onto it.
  ;(anchor.closest('dialog') ?? document.body).append(layer)
  shown = anchor
  unfollow = showBeside(layer, anchor, { align: 'center', side: 'above', gap: 6 })
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-tooltip'] })
}

const anchorAt = (target: EventTarget | null): HTMLElement | null => {
  if (!(target instanceof Element)) return null
  const cut = target.closest<HTMLElement>('.truncate:not(td, select), [data-whole]')
  return (
    target.closest<HTMLElement>('[data-tooltip]') ??
    (cut !== null && cutShort(cut) !== undefined ? cut : null)
  )
}

const leave = () => {
  clearTimeout(showing)
  awaited = null
  clearTimeout(hiding)
  if (shown?.matches(':focus-visible') !== true) hiding = setTimeout(hide, graceMs)
}

const pointTo = (anchor: HTMLElement) => {
  clearTimeout(showing)
  awaited = anchor
  showing = setTimeout(() => showTooltip(anchor), hoverDelayMs)
}

document.addEventListener('pointerover', ({ target, pointerType }) => {
  const anchor = anchorAt(target)
  if ((anchor !== null && anchor === shown) || (target instanceof Node && layer?.contains(target) === true)) {
    clearTimeout(hiding)
    clearTimeout(showing)
    awaited = null
    return
  }
  if (anchor !== null && anchor === awaited) return
  leave()
  if (anchor !== null && pointerType !== 'touch') pointTo(anchor)
})
document.documentElement.addEventListener('pointerleave', leave)
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && target.matches(mayTell)) showTooltip(target)
})
document.addEventListener('focusout', ({ target }) => {
  if (target === shown) dismiss()
})
document.addEventListener('pointerdown', dismiss, true)
document.addEventListener(
  'keydown',
  ({ key }) => {
    if (key === 'Escape' || key === 'Enter' || key === ' ') dismiss()
  },
  true,
)
// Who presses what is refused wants to know why, and on a touch screen has no other way to ask.
document.addEventListener('click', ({ target }) => {
  const anchor = anchorAt(target)
  if (anchor?.dataset['disabled'] !== undefined) showTooltip(anchor)
})

// What was reached while this was loading.
const focused = document.querySelector<HTMLElement>(mayTell)
const hovered = anchorAt([...document.querySelectorAll(':hover')].at(-1) ?? null)
if (focused) showTooltip(focused)
else if (hovered?.dataset['disabled'] !== undefined) showTooltip(hovered)
else if (hovered) pointTo(hovered)

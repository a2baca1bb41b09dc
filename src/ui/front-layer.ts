import { afterPaint } from '#lib/after-paint.ts'

// Apart from the other layers: the status region is there from the start, and a press may open the first of them.

/** The modal dialogs that are open, the topmost last. */
export const modals: HTMLElement[] = []
let front: HTMLElement | undefined

/** Everything outside the topmost modal dialog is inert: neither pressed nor spoken. */
const bringToFront = (layer: HTMLElement): HTMLElement => {
  const parent = modals.at(-1) ?? document.body
  if (layer.parentElement !== parent) {
    parent.append(layer)
    layer.showPopover()
  }
  return layer
}

/** Where notices and the status region live: it moves into whichever modal dialog is the topmost. */
export const frontLayer = (): HTMLElement => {
  if (front === undefined) {
    const layer = document.createElement('div')
    layer.popover = 'manual'
    layer.className = 'pointer-events-none fixed inset-auto m-0 overflow-visible bg-transparent text-ink'
    front = layer
    // To show it styles all of the page at once, which before the first paint is all there is to style.
    void afterPaint().then(() => bringToFront(layer))
    return layer
  }
  return bringToFront(front)
}

/** Safari does not focus a button that is clicked. Held weakly: a form that is gone, with the secrets typed into it, is not kept by its button. */
let pressed: WeakRef<Element> | null = null
export const lastPressed = (): Element | null => pressed?.deref() ?? null
globalThis.document?.addEventListener(
  'click',
  ({ target }) => {
    const button = target instanceof Element ? target.closest('button, a[href], summary') : null
    pressed = button && new WeakRef(button)
  },
  true,
)

/** Gives the focus to the page as a whole, where what had it is gone. */
export const focusPage = (): void => document.querySelector('main')?.focus({ preventScroll: true })

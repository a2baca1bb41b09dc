// Apart from the other layers: the status region is there from the start, and a press may open the first of them.

/** The modal dialogs that are open, the topmost last. */
export const modals: HTMLElement[] = []
let front: HTMLElement | undefined

/**
 * Where notices and the status region live. Everything outside the topmost modal dialog is inert, neither pressed nor spoken, so it moves
 * into that and is shown over it. In the page it is one of its parts: to show it styles all of the page at once.
 */
export const frontLayer = (): HTMLElement => {
  if (front === undefined) {
    front = document.createElement('div')
    front.popover = 'manual'
    front.className =
      'pointer-events-none fixed inset-auto z-50 m-0 block overflow-visible bg-transparent text-ink'
  }
  const modal = modals.at(-1)
  const parent = modal ?? document.body
  if (front.parentElement !== parent) {
    parent.append(front)
    if (modal !== undefined) front.showPopover()
  }
  return front
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

/**
 * What is open above the page, in the browser's top layer: the modal dialogs, the front layer that stays reachable over them, and
 * where the focus goes back to.
 */

import { frontLayer, lastPressed, modals } from './front-layer.ts'

const openers = new WeakMap<Element, readonly Element[]>()

/** Notes what opened a layer; where that is a part of another layer, also what opened that one. */
export const noteOpener = (layer: Element, opener?: Element): void => {
  const focused = document.activeElement === document.body ? lastPressed() : document.activeElement
  const from = opener ?? focused
  const under = from?.closest('[popover], dialog')
  openers.set(layer, [...(from ? [from] : []), ...((under && openers.get(under)) ?? [])])
}

/** Gives the focus of a layer that closes to the first of its openers that is still there, or else to what lies under it. */
export const giveFocusBack = (layer: Element, preferred?: Element | null): void => {
  const give = () => {
    const under = modals.at(-1) ?? document.querySelector('main')
    for (const target of [preferred, ...(openers.get(layer) ?? []), under]) {
      if (!(target instanceof HTMLElement) || !target.isConnected) continue
      target.focus({ preventScroll: true })
      if (document.activeElement === target) return
    }
  }
  give()
  // What opened it may be taken off the page in the same moment.
  queueMicrotask(() => {
    if (document.activeElement === document.body) give()
  })
}

/** Whether the focus is in `layer`, or lost. */
export const holdsFocus = (layer: Element): boolean => {
  const focused = document.activeElement
  return focused === null || focused === document.body || layer.contains(focused)
}

/** The page under a modal dialog is inert to the browser; said in the document too, for whoever reads that: scripts, older readers. */
const hidePage = (): void => {
  const page = document.querySelector('#root')
  page?.toggleAttribute('inert', modals.length > 0)
  if (modals.length > 0) page?.setAttribute('aria-hidden', 'true')
  else page?.removeAttribute('aria-hidden')
}

/** Opens a dialog over all else. Returns what closes it and gives the focus back. */
export const showModal = (dialog: HTMLDialogElement): ((returnFocusTo?: Element | null) => void) => {
  noteOpener(dialog)
  dialog.showModal()
  modals.push(dialog)
  frontLayer()
  hidePage()
  return (returnFocusTo) => {
    const hadFocus = holdsFocus(dialog)
    modals.splice(modals.indexOf(dialog), 1)
    frontLayer()
    dialog.close()
    hidePage()
    if (hadFocus) giveFocusBack(dialog, returnFocusTo)
  }
}

// Back on a phone closes the dialog that is open, and the page below stays with all that was typed in it. The dialog has an entry of
// its own in the history for that, at the same address, which goes again with it.

const mark = 'hatterasDialog'

const open: (() => void)[] = []
/** How many steps of our own have not arrived yet. */
let stepping = 0
let isListening = false
let lastIndex = 0

const stateOf = (): Readonly<Record<string, unknown>> => {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null ? { ...state } : {}
}
const isMarked = (): boolean => mark in stateOf()
/** The router counts its entries; ours has the number of the page that it lies over. */
const index = (): number => Number(stateOf()['idx'] ?? 0)

const step = (delta: 1 | -1): void => {
  stepping += 1
  history.go(delta)
}

const ensureEntry = (): void => {
  lastIndex = index()
  if (open.length > 0 && !isMarked()) history.pushState({ ...stateOf(), [mark]: true }, '')
}

const onStep = (): void => {
  const from = lastIndex
  lastIndex = index()
  const close = open.at(-1)
  if (stepping > 0) stepping -= 1
  else if (close !== undefined) close()
  // The entry of a dialog that led to another page is passed by, whichever way one goes.
  else if (isMarked()) step(from > lastIndex ? -1 : 1)
  // Another dialog may lie below, or this one stay.
  setTimeout(ensureEntry)
}

/** Lets Back close a dialog, where there is a finger to press it. Returns what to call once the dialog is closed. */
export const closeOnBack = (close: () => void): (() => void) => {
  if (!matchMedia('(pointer: coarse)').matches) return () => undefined
  if (!isListening) globalThis.addEventListener('popstate', onStep)
  isListening = true
  open.push(close)
  if (stepping === 0) ensureEntry()
  return () => {
    open.splice(open.indexOf(close), 1)
    // It may have led to another page, of which no event tells.
    lastIndex = index()
    if (open.length === 0 && isMarked()) step(-1)
  }
}

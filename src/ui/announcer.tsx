import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

import { frontLayer } from './front-layer.ts'

/** A region that a dialog takes along when it closes is heard only if what it says comes after. */
const settleMs = 100
/** Long enough to be spoken, short enough not to be found again later by a reader who walks through the page. */
const forgetAfterMs = 7000

let spoken = { id: 0, text: '' }
let pending: readonly string[] = []
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const say = (text: string) => {
  spoken = { id: spoken.id + 1, text }
  for (const listener of listeners) listener()
}

/** Says `text` politely to a screen reader, through the page's one status region. The same words twice are said twice. */
export const announce = (text: string): void => {
  pending = [...pending, text]
  clearTimeout(timer)
  timer = setTimeout(() => {
    say(pending.join(' '))
    pending = []
    timer = setTimeout(() => say(''), forgetAfterMs)
  }, settleMs)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The page's status region. Mount it once, for good: a region that comes and goes is not heard. */
export const Announcer = () => {
  const { id, text } = useSyncExternalStore(subscribe, () => spoken)
  return createPortal(
    <div role="status" className="sr-only">
      <span key={id}>{text}</span>
    </div>,
    frontLayer(),
  )
}

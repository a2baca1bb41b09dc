import { announce } from './announcer.tsx'

export type ToastTone = 'plain' | 'good' | 'bad'

export type Toast = {
  id: number
  tone: ToastTone
  /** What happened, in one sentence. */
  title: string
  /** What was not done, or what to do next. */
  detail?: string | undefined
  action?: { label: string; onAction: () => void } | undefined
}

/** At most this many are shown; the oldest leaves first. */
const limit = 4

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

const set = (next: readonly Toast[]) => {
  toasts = next
  for (const listener of listeners) listener()
}

export const readToasts = (): readonly Toast[] => toasts

export const subscribeToasts = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const dismissToast = (id: number): void => {
  set(toasts.filter((toast) => toast.id !== id))
}

/** Takes all of them away: they belong to an account that is no longer shown. */
export const dismissToasts = (): void => {
  if (toasts.length > 0) set([])
}

interface ToastOptions extends Omit<Toast, 'id' | 'tone'> {
  tone?: ToastTone
  /** The toast whose place it takes, if that is still there: an outcome that follows one, so that the others stay where they are. */
  replaces?: number | undefined
}

/** Tells the outcome of an action at the edge of the page, and to screen readers. Returns its id, for `dismissToast`. */
export const showToast = ({ tone = 'plain', replaces, ...rest }: ToastOptions): number => {
  lastId += 1
  const toast = { ...rest, tone, id: lastId }
  const isThere = toasts.some(({ id }) => id === replaces)
  set(isThere ? toasts.map((one) => (one.id === replaces ? toast : one)) : [...toasts, toast].slice(-limit))
  announce(rest.detail === undefined ? rest.title : `${rest.title} ${rest.detail}`)
  return lastId
}

/** How long a toast stays, in ms. A failure, and a chance to undo, stay longer. */
export const toastLifeMs = ({ tone, action }: Pick<Toast, 'tone' | 'action'>): number =>
  tone === 'bad' ? 12_000 : action === undefined ? 5000 : 8000

import { notifyManager } from '@tanstack/react-query'
import { afterEach } from 'vitest'

import { watchRenders } from './renders.ts'

watchRenders()
const { cleanup, configure } = await import('@testing-library/react')

// What is loaded when it is wanted is compiled then, which takes a busy machine its time.
configure({ asyncUtilTimeout: 100_000 })
// React Query tells of news in a timer of its own, which `act` does not wait for.
notifyManager.setScheduler(queueMicrotask)

// jsdom lays nothing out, and so has nothing to scroll or to measure; and it knows neither modal dialogs nor popovers nor media.
Element.prototype.scrollIntoView = () => undefined
const nothing = () => undefined
globalThis.ResizeObserver = class {
  observe = nothing
  unobserve = nothing
  disconnect = nothing
}
Object.assign(globalThis, { matchMedia: () => ({ matches: false, addEventListener: nothing }) })
Object.assign(HTMLElement.prototype, {
  showModal: nothing,
  close: nothing,
  showPopover: nothing,
  hidePopover: nothing,
})

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})

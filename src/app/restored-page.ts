import { unstable_NormalPriority, unstable_scheduleCallback } from 'scheduler'

/** How long a page that came back may take for its first piece of work. Milliseconds. */
const patience = 2000

/**
 * Loads a page anew that comes out of the back/forward cache and cannot draw: WebKit can drop the message by which React's
 * scheduler wakes itself, and from then on the page would stay as it is, or blank.
 */
export const watchRestoredPage = (reload = () => globalThis.location.reload()) => {
  globalThis.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    const timer = setTimeout(reload, patience)
    unstable_scheduleCallback(unstable_NormalPriority, () => clearTimeout(timer))
  })
}

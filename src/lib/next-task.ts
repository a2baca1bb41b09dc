/** Not in every browser. */
const canYield = 'scheduler' in globalThis && 'yield' in globalThis.scheduler

/**
 * Lets the browser do what else waits, such as a key or a frame, and goes on in a task of its own. Not by a timer: those are held back
 * in a tab that is hidden.
 */
export const nextTask = (): Promise<void> =>
  canYield
    ? globalThis.scheduler.yield()
    : new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => {
          port1.close()
          resolve()
        })
        port1.start()
        port2.postMessage(null)
      })

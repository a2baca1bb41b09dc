/** A lock that was taken over, or no longer waited for; anything else is a browser that refuses locks. */
const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/**
 * Makes one of the open tabs the one that does `work`: the tab looked at last, or, when that is closed, another. Tells each change;
 * returns how to give it up. Without the browser's locks, or where it refuses them, every tab leads.
 */
export const holdLead = (work: string, onChange: (leads: boolean) => void): (() => void) => {
  if (!('locks' in navigator)) {
    onChange(true)
    return () => undefined
  }
  const leaving = new AbortController()
  let release: (() => void) | null = null
  let isQueued = false
  /** The browser refuses its locks, so no tab can tell another that it leads. */
  let isAlone = false

  const hold = () => {
    onChange(true)
    return new Promise<void>((resolve) => {
      release = resolve
    })
  }
  const ask = async (options: LockOptions, onGranted: () => void) => {
    try {
      await navigator.locks.request(work, options, () => {
        onGranted()
        return hold()
      })
    } catch (error) {
      if (!isAbort(error)) {
        leadAlone()
        return
      }
      // Taken over by the tab that is looked at now, or given up while it waited.
      if (release !== null) onChange(false)
      release = null
      waitForTurn()
    }
  }
  const leadAlone = () => {
    if (isAlone || leaving.signal.aborted) return
    isAlone = true
    onChange(true)
  }
  const waitForTurn = () => {
    if (isQueued || leaving.signal.aborted) return
    isQueued = true
    void ask({ signal: leaving.signal }, () => {
      isQueued = false
    })
  }
  const takeOver = () => {
    if (document.visibilityState === 'visible' && release === null && !isAlone)
      void ask({ steal: true }, () => undefined)
  }

  if (document.visibilityState === 'visible') takeOver()
  else waitForTurn()
  document.addEventListener('visibilitychange', takeOver)
  return () => {
    document.removeEventListener('visibilitychange', takeOver)
    leaving.abort()
    release?.()
  }
}

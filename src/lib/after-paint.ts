/** No frame takes longer, in ms: where none comes, what waits does not wait for ever. */
const longestFrame = 10_000

let painted: Promise<void> | null = null

/**
 * Resolves once what is being drawn now has been painted. For what is not needed in the first rows: asked for sooner it would share
 * the line and the processor with them. Later on nothing waits, and nothing does in a tab that is hidden, which draws no frames.
 */
export const afterPaint = (): Promise<void> =>
  (painted ??= new Promise((resolve) => {
    if (document.visibilityState === 'hidden') {
      resolve()
      return
    }
    const timer = setTimeout(resolve, longestFrame)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      // The frame itself follows this callback.
      setTimeout(resolve)
    })
  }))

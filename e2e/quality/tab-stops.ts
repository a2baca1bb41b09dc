import type { Page } from '@playwright/test'

export interface TabStop {
  /** Role and name, as a screen reader has them. */
  element: string
  /** Why a person could lose sight of the focus here; null where all is well. */
  problem: string | null
}

const atMost = 300

/** Looks at what has the focus. Null where the walk has left the page or come round to where it began. */
const readStop = (page: Page): Promise<TabStop | null> =>
  page.evaluate(async () => {
    // As it is drawn: what stands beside the focus follows it, when it scrolls into view, with the next frame.
    for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve))
    const focused = document.activeElement
    if (focused === null || focused === document.body || focused.hasAttribute('data-walked')) return null
    focused.setAttribute('data-walked', '')

    /** The ring may be drawn by the control, by what frames it, or by the box that stands for it. */
    const candidates = [
      focused,
      focused.parentElement,
      focused.parentElement?.parentElement,
      focused.nextElementSibling,
      focused.closest('label, tr, li'),
    ].filter((element) => element !== null && element !== undefined)
    const ringOf = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
      return outlineStyle === 'none' || /, 0\)|transparent/.test(outlineColor)
        ? 0
        : Number.parseFloat(outlineWidth)
    }
    const ring = candidates.find((element) => ringOf(element) >= 2)
    const last = document.querySelector('[data-last-ring]')
    const lastStays = last !== null && last !== ring && ringOf(last) >= 2
    last?.removeAttribute('data-last-ring')
    ring?.setAttribute('data-last-ring', '')

    // Of the rows of lists and tables that are alike, eight and the last are walked.
    const kindOf = (element: Element) => {
      const row = element.closest('tr, li')
      return row === null
        ? null
        : [row, element].map((one) => `${one.tagName} ${one.getAttribute('class')}`).join()
    }
    const kind = kindOf(focused)
    const alike = [...document.querySelectorAll<HTMLElement>(focused.tagName)].filter(
      (element) =>
        kind !== null && kindOf(element) === kind && element.checkVisibility({ visibilityProperty: true }),
    )
    const at = alike.findIndex((element) => element === focused)
    const nextToLast = at >= 8 && alike.length - at > 3 ? alike.at(-2) : undefined

    const { left, top, width, height } = (ring ?? focused).getBoundingClientRect()
    const x = left + width / 2
    const y = top + height / 2
    const onTop = document.elementFromPoint(x, y)
    const isInView = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight
    const isCovered =
      onTop !== null && !candidates.some((element) => element.contains(onTop) || onTop.contains(element))
    // Only now that this one has been looked at.
    nextToLast?.focus()
    return {
      element: `${focused.getAttribute('role') ?? focused.tagName.toLowerCase()} ${
        focused.getAttribute('aria-label') ?? focused.textContent.trim().slice(0, 40)
      }`,
      problem:
        ring === undefined
          ? 'has no ring'
          : !isInView
            ? 'is out of view'
            : isCovered
              ? 'lies under something else'
              : lastStays
                ? 'is ringed like the one before it, which has lost the focus'
                : null,
    }
  })

/** Has the next Tab lead to the first stop of the page, wherever the focus was. */
const startAtTop = (page: Page) =>
  page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })

/** Walks the page with Tab, from its top until it is round. */
export const tabStops = async (page: Page): Promise<TabStop[]> => {
  await startAtTop(page)
  const stops: TabStop[] = []
  while (stops.length < atMost) {
    await page.keyboard.press('Tab')
    const stop = await readStop(page)
    if (stop === null) return stops
    stops.push(stop)
  }
  throw new Error(`Tab has not come round after ${atMost} stops.`)
}

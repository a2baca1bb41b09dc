import type { Locator } from '@playwright/test'

/**
 * Those of the elements that cannot be pressed in their middle, wherever the page is scrolled to: they are covered, or out of reach. By
 * name. Trying a press on each takes a second for every ten.
 */
export const coveredOf = (elements: Locator): Promise<string[]> =>
  elements.evaluateAll((all) => {
    const isHit = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return hit !== null && (element.contains(hit) || hit.closest('label')?.contains(element) === true)
    }
    return all
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => element.getBoundingClientRect().width > 0)
      .filter(
        (element) =>
          !isHit(element) &&
          !(['center', 'end', 'start'] as const).some((block) => {
            element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' })
            return isHit(element)
          }),
      )
      .map((element) => element.getAttribute('aria-label') ?? element.textContent.trim())
  })

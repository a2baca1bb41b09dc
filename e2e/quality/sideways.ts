import type { Page } from '@playwright/test'

/**
 * What can be scrolled sideways, or is cut off where it cannot be: the page, or a part of it other than a line of code or of
 * tabs, which scroll in boxes of their own.
 */
export const sidewaysScrollers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`
    const scrollers = [...document.querySelectorAll('body *')].filter((element) => {
      const { overflowX } = getComputedStyle(element)
      const isWide = element.scrollWidth > element.clientWidth + 1
      return (
        isWide && /auto|scroll/.test(overflowX) && !element.matches('nav, pre, :has(> pre), :has(> code)')
      )
    })
    const overlays = [...document.querySelectorAll('[role$="dialog"], [role="menu"], [popover]')].filter(
      (element) => {
        const { left, right } = element.getBoundingClientRect()
        return left < 0 || right > width
      },
    )
    const isPageWide = document.documentElement.scrollWidth > width
    return [...(isPageWide ? ['the page'] : []), ...[...scrollers, ...overlays].map(name)]
  })

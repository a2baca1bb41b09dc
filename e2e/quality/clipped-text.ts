import type { Page } from '@playwright/test'

/**
 * Texts whose box is too low for them and shows only a part. A line that ends in an ellipsis is whole in its height, and one that
 * wraps in a box of its own height leaves out whole parts.
 */
export const clippedText = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowY, position, clip, flexWrap } = getComputedStyle(element)
        const isForReaders = position === 'absolute' && (clip !== 'auto' || element.clientHeight <= 1)
        return (
          !isForReaders &&
          flexWrap !== 'wrap' &&
          /hidden|clip/.test(overflowY) &&
          element.textContent.trim() !== '' &&
          element.scrollHeight > element.clientHeight + 2
        )
      })
      .map((element) => element.textContent.trim().slice(0, 60)),
  )

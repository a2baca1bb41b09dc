import type { Page } from '@playwright/test'

/** The frames that stand out from the ground of the page by less than 3:1, with how much it is. */
export const paleFrames = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const luminance = (colour: string) => {
      if (canvas === null) return Number.NaN
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
        value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    }
    const ground = luminance(getComputedStyle(document.body).backgroundColor)
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(element)
      const isDrawn = borderTopStyle !== 'none' && borderTopWidth !== '0px' && element.checkVisibility()
      if (!isDrawn || /^rgba\(.*, 0\)$/.test(borderTopColor)) return []
      const frame = luminance(borderTopColor)
      const ratio = Math.max(frame, ground) / Math.min(frame, ground)
      return ratio >= 3 ? [] : [`${element.tagName} ${element.className}: ${ratio.toFixed(2)}`]
    })
  })

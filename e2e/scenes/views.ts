import type { Page } from '@playwright/test'

const sizes = { large: { width: 1440, height: 900 }, small: { width: 390, height: 844 } }
const themes = ['light', 'dark'] as const

export interface View {
  size: keyof typeof sizes
  theme: (typeof themes)[number]
}

export const everyView: readonly View[] = (['large', 'small'] as const).flatMap((size) =>
  themes.map((theme) => ({ size, theme })),
)

/** Shows an open page at a size and in a theme. */
export const setView = async (page: Page, { size, theme }: View) => {
  await page.setViewportSize(sizes[size])
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
  // Away from what was pressed: nothing is to look hovered.
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

import type { Locator, Page } from '@playwright/test'

import { expect, type Sandbox } from '../support/fixtures.ts'

/**
 * Lets the key behind "Use sandbox key" open this test's own world: the well-known key opens one world for all who use it.
 */
export const ownSandboxWorld = async (page: Page, { key }: Sandbox): Promise<void> => {
  for (const path of ['**/api/**', '**/__sandbox/**'])
    await page.route(path, (route) => {
      const headers = { ...route.request().headers(), authorization: `Bearer ${key}` }
      return route.continue({ headers })
    })
}

/** Counts how often the page is loaded anew from here on. */
export const countLoads = (page: Page): (() => number) => {
  let loads = 0
  page.on('domcontentloaded', () => {
    loads += 1
  })
  return () => loads
}

export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** The state of the instance whose page is open, as the service words it. */
export const expectState = (page: Page, state: string) =>
  expect(page.getByRole('main').locator('[data-state]').first()).toHaveAttribute('data-state', state)

/** What one of the three usage figures reads now. */
export const figureOf = async (
  page: Page,
  metric: 'CPU' | 'Memory' | 'Disk',
): Promise<string | undefined> => {
  const text = await region(page, 'Live usage').textContent()
  return new RegExp(`${metric}(\\d+\\.\\d)`).exec(text ?? '')?.[1]
}

/** Presses Tab until this has the focus, as a person without a mouse does. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error('The keyboard does not lead there.')
}

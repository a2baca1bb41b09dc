import type { Locator, Page } from '@playwright/test'

import { expect, test } from '../support/fixtures.ts'

export const fileOf = (chunk: string) => `**/assets/${chunk}-*.js`
export const block = (page: Page, chunk: string) => page.route(fileOf(chunk), (route) => route.abort())

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

export interface Part {
  /** The file's name, without what marks its version. */
  chunk: string
  /** Asks for the part as a person does. */
  ask: (page: Page) => Promise<void>
  /** What is there when it came. */
  part: (page: Page) => Locator
}

export const choose =
  (action: string, on = 'rna-atlas') =>
  async (page: Page) => {
    await button(page, `Actions for ${on}`).click()
    await page.getByRole('menuitem', { name: action }).click()
  }

/** Blocks each file in turn: the part alone is missing, and asked for again by the same way it comes. */
export const expectEachAlone = async (page: Page, parts: readonly Part[], stays: Locator) => {
  for (const { chunk, ask, part } of parts)
    await test.step(chunk, async () => {
      const notice = page.getByText('That could not be opened.', { exact: true })
      await ask(page)
      await expect(notice).toBeVisible()
      await expect(stays).toBeVisible()
      await expect(part(page)).toBeHidden()
      await page.unroute(fileOf(chunk))
      await ask(page)
      await expect(part(page)).toBeVisible()
      await expect(notice).toBeHidden()
      await page.keyboard.press('Escape')
      await expect(part(page)).toBeHidden()
    })
}

import type { Locator, Page } from '@playwright/test'

import { expect, test } from '../support/fixtures.ts'

import { openCreate } from './create-form.ts'

/** Walks on with Tab until `target` has the focus. */
const tabTo = async (page: Page, target: Locator) => {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

test('an instance is created by keyboard alone', async ({ page, sandbox }) => {
  const { create, field, radio } = await openCreate(page, sandbox)
  await tabTo(page, radio('Container'))
  await tabTo(page, radio('Base'))
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight')
  await expect(radio('Marimo')).toBeChecked()
  await tabTo(page, field('vCPUs'))
  await page.keyboard.press('ArrowUp')
  await expect(field('vCPUs')).toHaveValue('3')
  await tabTo(page, radio('General purpose'))
  await page.keyboard.press('ArrowRight')
  await expect(radio('High performance')).toBeChecked()
  await tabTo(page, field('Name'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('by-keyboard')
  await tabTo(page, create)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/instances/by-keyboard')
})

import { randomUUID } from 'node:crypto'

import type { BrowserContext, Page } from '@playwright/test'

import { expect, rowOf } from '../support/fixtures.ts'

export const newKey = (scenario: string) => `sandbox-${scenario}-${randomUUID()}`
export const accountButton = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('button', { name: new RegExp(`^${name} key`) })

/** Adds a key beside the one in use, from the account menu, as a person does. */
export const addKey = async (page: Page, key: string, name: string, { keep = false } = {}) => {
  await page
    .getByRole('banner')
    .getByRole('button', { name: / key ····/ })
    .click()
  await page.getByRole('menuitem', { name: 'Add another API key…' }).click()
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Keep me signed in on this device').setChecked(keep)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(accountButton(page, name)).toBeVisible()
}

export const switchTo = async (page: Page, from: string, to: string) => {
  await accountButton(page, from).click()
  await page.getByRole('menuitemradio', { name: to, exact: true }).click()
  await expect(accountButton(page, to)).toBeVisible()
}

export const signInStored = async (page: Page, key: string) => {
  await page.goto('/instances')
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
}

export const storedText = (context: BrowserContext) =>
  Promise.all(
    context
      .pages()
      .map((page) =>
        page.evaluate(() => [localStorage, sessionStorage].map((store) => JSON.stringify(store)).join()),
      ),
  )

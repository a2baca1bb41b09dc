import type { Page } from '@playwright/test'

import { button } from '../instance/support.ts'
import { expect, region, rowOf, signIn, test } from '../support/fixtures.ts'

/** Lets the page keep the text of each file that it hands to the browser: not every browser tells of a download. */
const keepFiles = (page: Page) =>
  page.evaluate(() => {
    const texts: Promise<string>[] = []
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (file: Blob) => {
      texts.push(file.text())
      return make(file)
    }
    Reflect.set(globalThis, 'filesOfTest', texts)
  })

const lastFile = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const texts: unknown = Reflect.get(globalThis, 'filesOfTest')
    return Array.isArray(texts) ? String(await texts.at(-1)) : ''
  })

test('what is selected as CSV, and all that is remembered as one file, are handed over without any secret', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await page.getByLabel('Select dev-server').check()
  await keepFiles(page)
  await page
    .getByRole('toolbar', { name: 'Selected instances' })
    .getByRole('button', { name: 'Export' })
    .click()
  await expect.poll(() => lastFile(page)).toMatch(/^\uFEFF?name,uuid,state.*\r\ndev-server,.*,shut_off,vm,/)

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await region(page, 'This browser').getByRole('button', { name: 'Export' }).click()
  await expect(page.getByRole('main')).toContainText('Exported: the file has everything but your API keys.')
  const text = await lastFile(page)
  expect(JSON.parse(text)).toMatchObject({ app: 'hatteras', format: 1 })
  expect(text).not.toContain(sandbox.key)
  expect(text).not.toContain('password')
})

test('a page that was left by its address comes back signed in and live, and signed out after a sign-out meanwhile', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.goto('/settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await sandbox.api('post', '/instance/rna-atlas/stop/')
  await sandbox.advance(10)
  await page.goBack()
  await expect(rowOf(page, 'rna-atlas')).toContainText('Stopped')
  // It goes on reading, too.
  await sandbox.api('delete', '/instance/gateway/')
  await sandbox.advance(10)
  await expect(rowOf(page, 'gateway')).toHaveCount(0)

  await page.goto('/settings')
  await button(page, 'Sign out').click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Instances' })).toHaveCount(0)
})

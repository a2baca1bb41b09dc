import type { Page } from '@playwright/test'

import { expect, expectAccessible, type Sandbox, signIn, test } from '../support/fixtures.ts'

/** Signs in on the instance's page and stops it. */
const stop = async (page: Page, { key }: Sandbox) => {
  await signIn(page, key, '/instances/tutorial-marimo')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page
    .getByRole('dialog', { name: 'Stop instance' })
    .getByRole('button', { name: 'Stop instance' })
    .click()
  await expect(page.getByRole('main').locator('[data-state]').first()).toHaveText('Stopping')
}

const openActivity = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
}

const entries = (page: Page) => page.getByRole('region', { name: 'Today' }).getByRole('listitem')

test('what was done and seen is listed by day, and leads to the instance', async ({ page, sandbox }) => {
  await stop(page, sandbox)
  await openActivity(page)
  const entry = entries(page).filter({ hasText: 'tutorial-marimo' })
  await expect(entry).toContainText('Stopping')
  await sandbox.advance(15)
  await expect(entry).toContainText('Stopped')
  await expect(entry).toHaveCount(1)
  await expect(entry.locator('time')).toHaveAttribute('datetime', /T/)
  await page.getByRole('link', { name: 'tutorial-marimo' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'tutorial-marimo' })).toBeVisible()
})

test('what one looks for stands in the address', async ({ page, sandbox }) => {
  await stop(page, sandbox)
  await openActivity(page)
  await expect(entries(page).first()).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search activity' }).fill('marimo stop')
  await page.getByRole('radio', { name: 'Done here' }).check()
  await expect(page).toHaveURL('/activity?q=marimo+stop&kind=did')
  await page.reload()
  await expect(page.getByRole('searchbox', { name: 'Search activity' })).toHaveValue('marimo stop')
  await expect(entries(page)).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Seen' }).check()
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('two tabs tell of a change once', async ({ page, context, sandbox }) => {
  const other = await context.newPage()
  await signIn(other, sandbox.key)
  await expect(other.getByRole('row').filter({ hasText: 'tutorial-marimo' })).toContainText('Running')
  await stop(page, sandbox)
  await sandbox.advance(15)
  await expect(page.getByRole('main').locator('[data-state]').first()).toHaveAttribute('data-state', 'exited')
  await other.bringToFront()
  await expect(other.getByRole('row').filter({ hasText: 'tutorial-marimo' })).toContainText('Stopped')
  await openActivity(other)
  await expect(entries(other).filter({ hasText: 'Stopped' })).toHaveCount(1)
})

test('the record can be exported and cleared, and an empty one teaches', async ({ page, sandbox }) => {
  await stop(page, sandbox)
  await openActivity(page)
  await expect(entries(page).first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  expect((await download).suggestedFilename()).toBe('hatteras-activity.csv')

  const clear = page.getByRole('button', { name: 'Clear activity' })
  await clear.click()
  const dialog = page.getByRole('alertdialog', { name: 'Clear activity' })
  await expect(dialog).toContainText('No instance is touched.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(entries(page).first()).toBeVisible()
  await clear.click()
  await dialog.getByRole('button', { name: 'Clear activity' }).click()
  await expect(page.getByText('No activity yet', { exact: true })).toBeVisible()
  await expect(clear).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(page)
})

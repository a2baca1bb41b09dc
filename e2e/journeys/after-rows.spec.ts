import type { Page } from '@playwright/test'

import { expect, rowOf, signIn, test } from '../support/fixtures.ts'
import { openWithoutApp } from '../support/without-app.ts'
import { fileOf } from './missing-parts.ts'

const later = ['after-rows', 'fleet-parts']

/** Notes when the first row of the list is drawn that the service gave: all that counts as the first rows is in that frame. */
const watchRows = (page: Page) =>
  page.addInitScript(() => {
    const look = () => {
      const link = document.querySelector('tbody tr a')
      if (link === null || link.closest('[inert]') !== null) requestAnimationFrame(look)
      else performance.mark('rows')
    }
    requestAnimationFrame(look)
  })

/** What scripts were asked for, in the order of their times, and where the rows stand among them. */
const order = (page: Page) =>
  page.evaluate(() =>
    [...performance.getEntriesByType('resource'), ...performance.getEntriesByName('rows')]
      .filter(({ name }) => name === 'rows' || name.endsWith('.js'))
      .toSorted((a, b) => a.startTime - b.startTime)
      .map(({ name }) => (name === 'rows' ? name : (/([\w-]+?)(?:-[\w-]{8})?\.js$/.exec(name)?.[1] ?? name))),
  )

test('what follows the first rows is asked for once they are drawn, in two files', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await page.goto('about:blank')
  await watchRows(page)
  const come = Promise.all(later.map((chunk) => page.waitForResponse(fileOf(chunk))))
  const answered = page.waitForResponse('**/api/instance/')
  const release = await openWithoutApp(page)
  // While the list is awaited there is nothing better to do than to ask for them.
  await answered
  release()
  await come
  await expect(page.getByRole('region', { name: 'Attention' })).toBeVisible()
  const scripts = await order(page)
  const rows = scripts.indexOf('rows')
  expect(scripts.slice(0, rows)).toEqual(['first-paint', 'index'])
  expect(scripts.slice(rows + 1, rows + 3).toSorted()).toEqual(later)
})

test('a list that is there before the app is drawn with the first drawing', async ({ page, sandbox }) => {
  await page.clock.install()
  await signIn(page, sandbox.key)
  await page.goto('about:blank')
  const answered = page.waitForResponse('**/api/instance/')
  const release = await openWithoutApp(page)
  await answered
  // Whoever hears of a list later hears of it by a timer.
  await page.clock.pauseAt(Date.now() + 1000)
  release()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

test.describe('where there are no rows', () => {
  test.use({ scenario: 'empty' })
  test('what follows them comes all the same', async ({ page, sandbox }) => {
    const come = page.waitForResponse(fileOf('after-rows'))
    await signIn(page, sandbox.key)
    await come
  })
})

test('where the list could not be read, what follows it comes all the same', async ({ page, sandbox }) => {
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', status: 500 }])
  const come = page.waitForResponse(fileOf('after-rows'))
  await signIn(page, sandbox.key)
  await expect(page.getByRole('alert')).toContainText('The instances could not be loaded.')
  await come
})

test('a press on what has not come asks for it at once', async ({ page, sandbox }) => {
  await page.addInitScript(() => {
    // No frame comes: what waits for one does not come either.
    globalThis.requestAnimationFrame = () => 0
  })
  await signIn(page, sandbox.key)
  await rowOf(page, 'rna-atlas').getByRole('button', { name: 'Actions for rna-atlas' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Delete instance' })).toBeVisible()
})

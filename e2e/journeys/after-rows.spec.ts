import type { Page } from '@playwright/test'

import { expect, rowOf, signIn, stopClock, test } from '../support/fixtures.ts'
import { openWithoutApp } from '../support/without-app.ts'
import { fileOf } from './missing-parts.ts'

/** Opens the fleet with a list that is there before the app. The clock, which has to be installed, stands still: no frame, no timer. */
const openWithList = async (page: Page) => {
  const answered = page.waitForResponse('**/api/instance/')
  const release = await openWithoutApp(page)
  await answered
  // Whoever hears of a list later hears of it by a timer.
  await stopClock(page)
  release()
}

test('a list that is there before the app is drawn at once, and what follows the rows is asked for after that, in two files', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key)
  await page.goto('about:blank')
  const scripts: string[] = []
  page.on('request', (request) => {
    const [, name] = /([\w-]+?)(?:-[\w-]{8})?\.js$/.exec(request.url()) ?? []
    if (name !== undefined) scripts.push(name)
  })
  await openWithList(page)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  expect(scripts).toEqual(['first-paint', 'index'])
  await page.clock.resume()
  await expect(page.getByRole('region', { name: 'Attention' })).toBeVisible()
  expect(scripts.slice(2, 4).toSorted()).toEqual(['after-rows', 'fleet-parts'])
})

test.describe('where there are no rows', () => {
  test.use({ scenario: 'empty' })
  test('what follows them comes all the same', async ({ page, sandbox }) => {
    const come = page.waitForResponse(fileOf('after-rows'))
    await signIn(page, sandbox.key)
    await come
  })
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

test('what acts on an instance opens though its files cannot be had any more', async ({ page, sandbox }) => {
  const come = ['stop-dialog', 'reauth-dialog'].map((name) => page.waitForResponse(fileOf(name)))
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await Promise.all(come)
  await page.route('**/assets/**', (route) => route.abort())
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Stop instance' })).toBeVisible()
  await page.keyboard.press('Escape')
  await sandbox.faults([{ method: 'GET', path: '*', status: 401 }])
  await expect(page.getByRole('dialog', { name: 'API key needed' })).toBeVisible()
})

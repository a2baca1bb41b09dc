import type { Page } from '@playwright/test'

import { accountOf, importFile } from '../activity/record.ts'
import { heading } from '../scenes/scene.ts'
import { scenes } from '../scenes/scenes.ts'
import { expect, type Sandbox, test } from '../support/fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

declare global {
  interface Window {
    layoutShift: number
  }
}

const pages = scenes.filter(
  ({ world = 'lab', steps, overlay }) => world === 'lab' && steps === undefined && overlay === undefined,
)

/** One of each kind: what is late is late on all of them. */
const withLateAnswers = new Set([
  'fleet',
  'fleet-nothing-matches',
  'create',
  'create-vm',
  'instance',
  'instance-vm',
  'instance-idle-gpu',
  'instance-error',
  'costs',
  'web-apps',
  'settings',
])
const latePages = [
  ...pages.filter(({ name }) => withLateAnswers.has(name)),
  { path: '/activity', ready: heading('Activity') },
]

/**
 * A figure at the right edge that is a digit longer than the space that was kept for it, or on a phone the urgent fact of two rows that
 * takes its place before their environment: 0.0005 each.
 */
const unseen = 0.0015

const signInTo = async (page: Page, sandbox: Sandbox) => {
  await page.addInitScript(() => {
    window.layoutShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) window.layoutShift += Number(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/sign-in')
  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

const expectStill = async (page: Page, some: readonly (typeof latePages)[number][]) => {
  const shifted: Record<string, number> = {}
  for (const { path, ready } of some) {
    await page.goto(path)
    await expect(ready(page)).toBeVisible()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const shift = await page.evaluate(() => window.layoutShift)
    if (shift >= unseen) shifted[path] = shift
  }
  expect(shifted).toEqual({})
}

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`nothing shifts while a page loads, ${size.width} px wide`, async ({ page, sandbox }) => {
    test.slow()
    await page.setViewportSize(size)
    await signInTo(page, sandbox)
    await expectStill(page, pages)
  })

  test(`nothing shifts where answers and parts of the app come late, with a past, ${size.width} px wide`, async ({
    page,
    sandbox,
  }) => {
    test.slow()
    await page.setViewportSize(size)
    await signInTo(page, sandbox)
    await importFile(page, await sandbox.history(await accountOf(page)))
    await sandbox.faults([{ path: '/api/*', delayMs: 400 }])
    let asked = 0
    await page.route(/\/assets\/(?!index).*\.js$/, async (route) => {
      asked += 1
      if (asked % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await expectStill(page, latePages)
  })
}

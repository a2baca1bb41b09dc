import type { Page } from '@playwright/test'

import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const attention = (page: Page) => page.getByRole('region', { name: 'Attention', exact: true })

/** A little more than 31 days, so that they are full. */
const MONTH = 31 * 86_400_000 + 3_600_000

/** A broken one, which is free, and those that are stopped, each on a larger disk: nothing of it changes by itself. */
const fleet = [
  { name: 'broken-box', state: 'error' },
  { name: 'huge-disk', state: 'exited', disk_size_gib: 150_000 },
  { name: 'small-disk', state: 'exited', disk_size_gib: 200 },
  { name: 'large-disk', state: 'exited', disk_size_gib: 2000 },
  { name: 'middle-disk', resource_type: 'vm', state: 'shut_off', disk_size_gib: 1000 },
  { name: 'at-work', state: 'running', habit: 'steady' },
]

const cutAmounts = (page: Page) =>
  attention(page).evaluate((region) =>
    [...region.querySelectorAll('span')]
      .filter(
        (span) => /\$/.test(span.textContent) && span.children.length === 0 && !span.matches('.sr-only'),
      )
      .filter((span) => span.getClientRects().length > 0 && span.clientWidth < span.scrollWidth)
      .map((span) => span.textContent),
  )

const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    window.layoutShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) window.layoutShift += Number(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** Nothing has shifted, and Attention is accessible in both themes and no wider than the screen. */
const expectAtRest = async (page: Page, width: number) => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  expect(await page.evaluate(() => Math.round(window.layoutShift * 1000))).toBe(0)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html[data-theme="dark"]')).toBeAttached()
  await expectAccessible(page, 'colours')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

/** Opens the fleet as one that this browser has known for a month. */
const openAfterAMonth = async (page: Page, key: string) => {
  await page.clock.install({ time: Date.now() - MONTH })
  await signIn(page, key)
  await expect(rowOf(page, 'large-disk')).toBeVisible()
  const isNoted = () => page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('states:')))
  await expect.poll(isNoted).toBe(true)
  await page.clock.setSystemTime(Date.now())
  await page.reload()
  await expect(rowOf(page, 'large-disk')).toBeVisible()
  await page.clock.runFor(5000)
  await page.reload()
  await expect(attention(page)).toBeVisible()
}

test('what needs attention shifts nothing, is ranked by the money at stake, and leads to what answers it', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant(fleet)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await watchShifts(page)
  await openAfterAMonth(page, sandbox.key)
  const region = attention(page)
  const everything = region.getByRole('button', { name: '5 need you' })

  await test.step('nothing shifts as Attention arrives, and it is accessible in both themes, 1440 px', async () => {
    await expect(region).toContainText('5 need you')
    await expectAtRest(page, 1440)
  })

  await test.step('what needs attention is ranked by the money at stake', async () => {
    const items = region.getByRole('list').first().getByRole('listitem')
    await expect(items).toHaveCount(3)
    await expect(region).toContainText('≈ $11,184 / month')
    await expect(items.nth(0)).toContainText('huge-disk')
    await expect(items.nth(0)).toContainText('≈ $10,950')
    await expect(items.nth(1)).toContainText('large-disk has been stopped for 31 days.')
    await expect(items.nth(1)).toContainText('stopped 31 d · ≈ $146')
    await expect(items.nth(2)).toContainText('middle-disk')
    await expect(items.nth(2)).toContainText('≈ $73.00')
    await everything.click()
    const all = page.getByRole('dialog', { name: 'All that needs attention' })
    await expect(all.getByRole('listitem')).toHaveCount(5)
    await expect(all.getByRole('listitem').nth(3)).toContainText('small-disk')
    await expect(all.getByRole('listitem').nth(4)).toContainText('broken-box is in error.')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(all).toBeHidden()
    await expect(everything).toBeFocused()
  })

  await test.step('no amount is cut at any width, in the sum or beside a fact', async () => {
    for (const width of [360, 390, 640, 768, 1024, 1200, 1366, 1440, 1700, 1920, 2560]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await cutAmounts(page), `at ${width}`).toEqual([])
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('each has the action that answers it', async () => {
    await region.getByRole('button', { name: 'Delete large-disk' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete instance' })
    await expect(dialog).toContainText('disk for good')
    await expect(dialog).toContainText('−$0.200 / h')
    await dialog.getByLabel('Instance name').fill('large-disk')
    await dialog.getByRole('button', { name: 'Delete instance' }).click()
    await expect(region).not.toContainText('large-disk')
    await expect(region).toContainText('small-disk')
    // The one that opens an instance comes last: it is free.
    await region.getByRole('button', { name: '4 need you' }).click()
    await page.getByRole('link', { name: 'Open broken-box' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'broken-box' })).toBeVisible()
  })
})

test('on a phone Attention shifts nothing, and in the list of all one dismisses by keyboard', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant(fleet)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 390, height: 900 })
  await watchShifts(page)
  await openAfterAMonth(page, sandbox.key)

  await test.step('nothing shifts as Attention arrives, and it is accessible in both themes, 390 px', async () => {
    await expect(attention(page)).toContainText('5 need you')
    await expectAtRest(page, 390)
  })

  await test.step('in the list of all one dismisses by keyboard, and no finding moves under the pointer', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await attention(page).getByRole('button', { name: '5 need you' }).click()
    const all = page.getByRole('dialog', { name: 'All that needs attention' })
    const dismissOf = (name: string) => all.getByRole('button', { name: new RegExp(`^Dismiss: ${name}`) })
    const before = await dismissOf('middle-disk').boundingBox()
    await dismissOf('small-disk').press('Enter')
    await expect(dismissOf('small-disk')).toBeHidden()
    await expect(all).toBeVisible()
    await dismissOf('broken-box').click()
    await expect(attention(page).getByRole('button', { name: '3 need you' })).toBeVisible()
    expect(await dismissOf('middle-disk').boundingBox()).toEqual(before)
  })
})

test('an idle one is stopped from there, by the very same dialog', async ({ page, sandbox }) => {
  await sandbox.plant([
    { name: 'idler', state: 'running', habit: 'idle', n_vcpus: 24, mem_gib: 96, disk_size_gib: 1000 },
    { name: 'broken-box', state: 'error' },
  ])
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'idler')).toBeVisible()
  await page.goto('/instances/idler')
  for (let minute = 0; minute < 34; minute += 2) {
    const read = page.waitForResponse('**/stats/')
    await sandbox.advance(120)
    await page.clock.fastForward(120_000)
    await (await read).finished()
  }
  await page.clock.resume()
  await page.getByRole('link', { name: 'Instances', exact: true }).first().click()
  const region = attention(page)
  await expect(region).toContainText('idler runs but is idle.')
  await expect(region).toContainText('≈ $438 / month')
  await region.getByRole('button', { name: 'Stop idler' }).click()
  const dialog = page.getByRole('dialog', { name: 'Stop instance' })
  await expect(dialog).toContainText('Now$0.700 / hAfter$0.100 / h')
  await dialog.getByRole('button', { name: 'Stop instance' }).click()
  await sandbox.advance(10)
  await expect(rowOf(page, 'idler')).toContainText('Stopped')
  await expect(region).not.toContainText('idler')
})

test('what is learned later shows at once, in the page and on its tab, and what is dismissed stays away', async ({
  page,
  sandbox,
}) => {
  const atWork = { name: 'at-work', state: 'running' }
  const broken = { name: 'broken-box', state: 'error' }
  await sandbox.plant([atWork])
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'at-work')).toBeVisible()
  const region = attention(page)
  const icon = page.locator('link[rel=icon]')
  /** Lets the page look again until it is so. */
  const look = (isSo: () => Promise<void>) =>
    expect(async () => {
      await page.clock.runFor(5000)
      await isSo()
    }).toPass()
  const lookFor = (name: string) =>
    look(() => expect(region).toContainText(`${name} is in error.`, { timeout: 500 }))

  await test.step('a fleet in which all is well has no such region, and says so in its place', async () => {
    await expect(page.getByText('Nothing needs you')).toBeVisible()
    await expect(region).toHaveCount(0)
    await expect(icon).toHaveAttribute('href', '/favicon.svg')
  })

  await test.step('what is learned later shows at once, and nothing moves under the reader', async () => {
    const top = async () => (await page.getByRole('table', { name: 'Instances' }).boundingBox())?.y
    const before = await top()
    await sandbox.plant([atWork, broken])
    await page.mouse.move(400, 500)
    await lookFor('broken-box')
    expect(await top()).toBe(before)

    // One that comes first in the order takes its place there only when the pointer has left the strip.
    const open = region.getByRole('link', { name: 'Open broken-box' })
    await open.hover()
    const place = await open.boundingBox()
    await sandbox.plant([atWork, broken, { name: 'a-broken-box', state: 'error' }])
    await lookFor('a-broken-box')
    const named = region.getByRole('link', { name: /^Open / })
    await expect(named).toHaveText(['Open', 'Open'])
    expect((await named.first().getAttribute('aria-label')) ?? '').toBe('Open broken-box')
    expect((await open.boundingBox())?.x).toBe(place?.x)
    await page.mouse.move(400, 500)
    await expect(named.first()).toHaveAccessibleName('Open a-broken-box')
    expect(await top()).toBe(before)
  })

  await test.step('one that is dismissed stays away, until that is undone', async () => {
    await sandbox.plant([atWork, broken])
    await look(() => expect(region).not.toContainText('a-broken-box', { timeout: 500 }))
    await region.getByRole('button', { name: 'Dismiss: broken-box is in error.' }).click()
    await expect(region).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(region).toContainText('broken-box is in error.')
    await region.getByRole('button', { name: /^Dismiss/ }).click()
    await expect(region).toBeHidden()
    await page.reload()
    await expect(rowOf(page, 'broken-box')).toBeVisible()
    await expect(region).toBeHidden()
  })

  await test.step('a pinned tab shows when something is under way, and when something failed', async () => {
    await expect(icon).toHaveAttribute('href', '/favicon-failed.svg')
    await sandbox.plant([atWork, { name: 'box-1', state: 'provisioning' }])
    await look(() => expect(icon).toHaveAttribute('href', '/favicon-busy.svg', { timeout: 500 }))
    await sandbox.plant([atWork, { name: 'box-1', state: 'provisioning' }, { name: 'box-2', state: 'error' }])
    await look(() => expect(icon).toHaveAttribute('href', '/favicon-failed.svg', { timeout: 500 }))
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(icon).toHaveAttribute('href', '/favicon.svg')
  })
})

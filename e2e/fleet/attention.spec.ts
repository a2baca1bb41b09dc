import type { Page } from '@playwright/test'

import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const attention = (page: Page) => page.getByRole('region', { name: 'Attention', exact: true })

/** A little more than 31 days, so that they are full. */
const MONTH = 31 * 86_400_000 + 3_600_000

/** A broken one, which is free, and three that are stopped, each on a larger disk: nothing of it changes by itself. */
const fleet = [
  { name: 'broken-box', state: 'error' },
  { name: 'small-disk', state: 'exited', disk_size_gib: 200 },
  { name: 'large-disk', state: 'exited', disk_size_gib: 2000 },
  { name: 'middle-disk', resource_type: 'vm', state: 'shut_off', disk_size_gib: 1000 },
  { name: 'at-work', state: 'running', habit: 'steady' },
]

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

test('what needs attention is ranked by the money at stake, each with the action that answers it', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant(fleet)
  await page.setViewportSize({ width: 1440, height: 900 })
  await openAfterAMonth(page, sandbox.key)
  const region = attention(page)
  const items = region.getByRole('list').first().getByRole('listitem')
  await expect(items).toHaveCount(3)
  await expect(region).toContainText('≈ $234 / month')
  await expect(items.nth(0)).toContainText('large-disk has been stopped for 31 days.')
  await expect(items.nth(0)).toContainText('stopped 31 d · ≈ $146')
  await expect(items.nth(1)).toContainText('middle-disk')
  await expect(items.nth(1)).toContainText('≈ $73.00')
  await expect(items.nth(2)).toContainText('small-disk')
  await region.getByRole('button', { name: '4 need you' }).click()
  const all = page.getByRole('dialog', { name: 'All that needs attention' })
  await expect(all.getByRole('listitem')).toHaveCount(4)
  await expect(all.getByRole('listitem').nth(3)).toContainText('broken-box is in error.')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(all).toBeHidden()
  await expect(region.getByRole('button', { name: '4 need you' })).toBeFocused()

  await region.getByRole('button', { name: 'Delete large-disk' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete instance' })
  await expect(dialog).toContainText('disk for good')
  await expect(dialog).toContainText('−$0.200 / h')
  await dialog.getByLabel('Instance name').fill('large-disk')
  await dialog.getByRole('button', { name: 'Delete instance' }).click()
  await expect(region).not.toContainText('large-disk')
  await expect(region).toContainText('broken-box')
  await region.getByRole('link', { name: 'Open broken-box' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'broken-box' })).toBeVisible()
})

test('no amount is cut at any width, in the sum or beside a fact', async ({ page, sandbox }) => {
  const disks = Array.from({ length: 75 }, (_, index) => ({
    name: `disk-${index}`,
    state: 'exited',
    disk_size_gib: 2000,
  }))
  await sandbox.plant([...fleet, ...disks])
  await openAfterAMonth(page, sandbox.key)
  await expect(attention(page)).toContainText('≈ $11,184 / month')
  const cut = () =>
    attention(page).evaluate((region) =>
      [...region.querySelectorAll('span')]
        .filter(
          (span) => /\$/.test(span.textContent) && span.children.length === 0 && !span.matches('.sr-only'),
        )
        .filter((span) => span.getClientRects().length > 0 && span.clientWidth < span.scrollWidth)
        .map((span) => span.textContent),
    )
  for (const width of [360, 390, 640, 768, 1024, 1200, 1366, 1440, 1700, 1920, 2560]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await cut(), `at ${width}`).toEqual([])
  }
})

test('in the list of all one dismisses by keyboard, and no finding moves under the pointer', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant(fleet)
  await page.setViewportSize({ width: 390, height: 844 })
  await openAfterAMonth(page, sandbox.key)
  await attention(page).getByRole('button', { name: '4 need you' }).click()
  const all = page.getByRole('dialog', { name: 'All that needs attention' })
  const dismissOf = (name: string) => all.getByRole('button', { name: new RegExp(`^Dismiss: ${name}`) })
  const before = await dismissOf('middle-disk').boundingBox()
  await dismissOf('small-disk').press('Enter')
  await expect(dismissOf('small-disk')).toBeHidden()
  await expect(all).toBeVisible()
  await dismissOf('broken-box').click()
  await expect(attention(page).getByRole('button', { name: '2 need you' })).toBeVisible()
  expect(await dismissOf('middle-disk').boundingBox()).toEqual(before)
})

test('one that is dismissed stays away, until that is undone', async ({ page, sandbox }) => {
  await sandbox.plant([
    { name: 'broken-box', state: 'error' },
    { name: 'at-work', state: 'running' },
  ])
  await signIn(page, sandbox.key)
  const region = attention(page)
  await expect(region).toContainText('broken-box is in error.')
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

test('a fleet in which all is well has no such region, and says so in its place', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant([{ name: 'at-work', state: 'running' }])
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'at-work')).toBeVisible()
  await expect(page.getByText('Nothing needs you')).toBeVisible()
  await expect(attention(page)).toHaveCount(0)
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
  await expect(rowOf(page, 'idler')).toContainText('Stopped', { timeout: 20_000 })
  await expect(region).not.toContainText('idler')
})

test('what is learned later shows at once, and nothing moves under the reader', async ({ page, sandbox }) => {
  await sandbox.plant([{ name: 'at-work', state: 'running' }])
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'at-work')).toBeVisible()
  const top = async () => (await page.getByRole('table', { name: 'Instances' }).boundingBox())?.y
  const before = await top()
  const look = async (name: string) => {
    await expect(async () => {
      await page.clock.runFor(5000)
      await expect(attention(page)).toContainText(`${name} is in error.`, { timeout: 500 })
    }).toPass()
  }
  await sandbox.plant([
    { name: 'at-work', state: 'running' },
    { name: 'broken-box', state: 'error' },
  ])
  await page.mouse.move(400, 500)
  await look('broken-box')
  expect(await top()).toBe(before)

  // One that comes first in the order takes its place there only when the pointer has left the strip.
  const open = attention(page).getByRole('link', { name: 'Open broken-box' })
  await open.hover()
  const place = await open.boundingBox()
  await sandbox.plant([
    { name: 'at-work', state: 'running' },
    { name: 'broken-box', state: 'error' },
    { name: 'a-broken-box', state: 'error' },
  ])
  await look('a-broken-box')
  const named = attention(page).getByRole('link', { name: /^Open / })
  await expect(named).toHaveText(['Open', 'Open'])
  expect((await named.first().getAttribute('aria-label')) ?? '').toBe('Open broken-box')
  expect((await open.boundingBox())?.x).toBe(place?.x)
  await page.mouse.move(400, 500)
  await expect(named.first()).toHaveAccessibleName('Open a-broken-box')
  expect(await top()).toBe(before)
})

test('a month over its budget asks for attention, and leads to Costs', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/settings#budget')
  await page.getByLabel('Budget per month').fill('1')
  await page.getByRole('button', { name: 'Save budget' }).click()
  await page.getByRole('link', { name: 'Instances', exact: true }).click()
  const region = attention(page)
  await expect(region).toContainText('This month is over its budget.')
  await region.getByRole('link', { name: 'Review budget' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Costs' })).toBeVisible()
})

for (const width of [1440, 390])
  test(`nothing shifts as Attention arrives, and it is accessible in both themes, ${width} px`, async ({
    page,
    sandbox,
  }) => {
    await sandbox.plant(fleet)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width, height: 900 })
    await page.addInitScript(() => {
      window.layoutShift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) window.layoutShift += Number(entry.value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await openAfterAMonth(page, sandbox.key)
    await expect(attention(page)).toContainText('4 need you')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    expect(await page.evaluate(() => Math.round(window.layoutShift * 1000))).toBe(0)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator('html[data-theme="dark"]')).toBeAttached()
    await expectAccessible(page, 'colours')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

import { expect, expectAccessible, rowOf, signIn, stopClock, test } from '../support/fixtures.ts'

test('fresh data says only how old it is', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(page.getByText(/^updated /)).toBeVisible()
  await expect(page.getByText(/^retry/)).toHaveCount(0)
})

test('stale data says how old it is and when the next try comes, which can be now', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'malformed' }])
  const line = page.getByText(/^retry in \d:\d\d$/)
  await expect(line).toBeVisible({ timeout: 20_000 })
  const tryNow = page.getByRole('button', { name: 'Try now' })
  await expect(tryNow).toHaveAccessibleDescription(
    /could not be read.*Showing data from \d+.s ago\. Next try (?:in \d:\d\d|now)\./,
  )
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expectAccessible(page)
  // Or the next try might come, and take the button along, while it is pressed.
  await stopClock(page)
  await sandbox.faults([])
  await tryNow.click()
  await page.clock.resume()
  await expect(page.getByText(/^updated /)).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('offline it says so, and goes on when it is not, also where no event tells of it', async ({
  page,
  sandbox,
  context,
}) => {
  await page.addInitScript(() => {
    globalThis.addEventListener('online', (event) => event.stopImmediatePropagation(), true)
  })
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await page.clock.fastForward(12_000)
  const line = page.getByText('offline', { exact: true })
  await expect(line).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try now' })).toHaveAccessibleDescription(
    /You are offline\. Showing data from .*it goes on when you are back/,
  )
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await context.setOffline(false)
  await page.clock.runFor(4000)
  await expect(page.getByText(/^updated /)).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('a message of three lines stays readable and moves nothing, on a phone too', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  const search = page.getByRole('searchbox', { name: 'Search instances' })
  const before = await search.boundingBox()
  const detail = 'The list is not available.\nThe database is being moved.\nIt takes about ten minutes'
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', status: 400, body: { detail } }])
  const line = page.getByRole('button', { name: 'Try now' })
  await expect(line).toBeVisible({ timeout: 20_000 })
  await expect(line).toHaveAccessibleDescription(/It takes about ten minutes\. Showing data from/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await search.boundingBox()).toEqual(before)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

test.describe('a reader who travels', () => {
  // A zone that is set by Playwright cannot be changed on the way.
  test.use({ timezoneId: '' })

  test('sees the times of the new place without a reload', async ({ page, sandbox, context }) => {
    const browser = await context.newCDPSession(page)
    const moveTo = (timezoneId: string) => browser.send('Emulation.setTimezoneOverride', { timezoneId })
    await moveTo('UTC')
    await page.clock.install()
    await signIn(page, sandbox.key, '/instances/rna-atlas')
    const created = page.getByRole('region', { name: 'Details' }).getByText(/^\w{3} \d+, \d{4}, \d\d:\d\d/)
    await expect(created).toBeVisible()
    const there = (await created.textContent()) ?? ''
    await moveTo('Asia/Kathmandu')
    await page.clock.fastForward(6000)
    await expect(created).not.toHaveText(there)
    await moveTo('')
  })
})

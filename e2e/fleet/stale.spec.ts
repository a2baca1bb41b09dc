import { expect, expectAccessible, rowOf, signIn, stopClock, test } from '../support/fixtures.ts'

test('the page says how old its data is, why it is not newer, and when it asks again, and goes on by itself', async ({
  page,
  sandbox,
  context,
}) => {
  await page.addInitScript(() => {
    globalThis.addEventListener('online', (event) => event.stopImmediatePropagation(), true)
  })
  await page.clock.install()
  await signIn(page, sandbox.key)
  const row = rowOf(page, 'rna-atlas')
  const updated = page.getByText(/^updated /)
  const tryNow = page.getByRole('button', { name: 'Try now' })
  await expect(row).toBeVisible()

  await test.step('fresh data says only how old it is', async () => {
    await expect(updated).toBeVisible()
    await expect(page.getByText(/^retry/)).toHaveCount(0)
  })

  await test.step('stale data says how old it is and when the next try comes, which can be now', async () => {
    await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'malformed' }])
    const line = page.getByText(/^retry in \d:\d\d$/)
    await expect(line).toBeVisible()
    await expect(tryNow).toHaveAccessibleDescription(
      /could not be read.*Showing data from \d+.s ago\. Next try (?:in \d:\d\d|now)\./,
    )
    await expect(row).toBeVisible()
    await expectAccessible(page)
    // Or the next try might come, and take the button along, while it is pressed.
    await stopClock(page)
    await sandbox.faults([])
    await tryNow.click()
    await page.clock.resume()
    await expect(updated).toBeVisible()
    await expect(line).toHaveCount(0)
  })

  await test.step('offline it says so, and goes on when it is not, also where no event tells of it', async () => {
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await page.clock.fastForward(12_000)
    const line = page.getByText('offline', { exact: true })
    await expect(line).toBeVisible()
    await expect(tryNow).toHaveAccessibleDescription(
      /You are offline\. Showing data from .*it goes on when you are back/,
    )
    await expect(row).toBeVisible()
    await context.setOffline(false)
    await page.clock.runFor(4000)
    await expect(updated).toBeVisible()
    await expect(line).toHaveCount(0)
  })

  await test.step('a message of three lines stays readable and moves nothing, on a phone too', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(row).toBeVisible()
    const search = page.getByRole('searchbox', { name: 'Search instances' })
    const before = await search.boundingBox()
    const detail = 'The list is not available.\nThe database is being moved.\nIt takes about ten minutes'
    await sandbox.faults([{ method: 'GET', path: '/api/instance/', status: 400, body: { detail } }])
    await page.clock.fastForward(12_000)
    await expect(tryNow).toBeVisible()
    await expect(tryNow).toHaveAccessibleDescription(/It takes about ten minutes\. Showing data from/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await search.boundingBox()).toEqual(before)
    await expect(row).toBeVisible()
  })
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

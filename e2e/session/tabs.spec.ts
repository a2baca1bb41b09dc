import type { Page } from '@playwright/test'

import { expect, rowOf, stopClock, test } from '../support/fixtures.ts'

const signInStored = async (page: Page, key: string) => {
  await page.goto('/instances')
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
}

test('the theme chosen in one tab is the theme of the other', async ({ page, context, sandbox }) => {
  await signInStored(page, sandbox.key)
  await page.goto('/settings')
  const other = await context.newPage()
  await other.goto('/costs')
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a change made in one tab is seen in the other before it would have asked again', async ({
  page,
  context,
  sandbox,
}) => {
  await signInStored(page, sandbox.key)
  const other = await context.newPage()
  await other.clock.install()
  await other.goto('/instances')
  await expect(rowOf(other, 'gateway')).toBeVisible()
  // A service that accepts it and lists it as it was: what is seen of it is what the tabs tell each other.
  const before = await other.request.get('/api/instance/', {
    headers: { Authorization: `Bearer ${sandbox.key}` },
  })
  const list = await before.text()
  await other.route('**/api/instance/', (route) =>
    route.fulfill({ contentType: 'application/json', body: list }),
  )
  await stopClock(other)

  await page.getByRole('button', { name: 'Actions for gateway' }).click()
  const answered = other.waitForResponse('**/api/instance/')
  await page.getByRole('menuitem', { name: 'Stop' }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: /^Stop/ })
    .click()
  await answered
  await expect(rowOf(other, 'gateway')).toContainText('Stopping')
  // It is told where it was asked for, and there alone.
  await other.unroute('**/api/instance/')
  await sandbox.advance(10)
  await other.clock.resume()
  await expect(rowOf(other, 'gateway')).toContainText('Stopped')
  await expect(other.getByRole('region', { name: 'Notices' })).toHaveText('')
})

test('of five tabs that are seen one reads for all, and another goes on where it is stuck or closed', async ({
  page,
  context,
  sandbox,
}) => {
  // Something under way, so that the list is read every other second.
  await sandbox.plant([{ name: 'one' }, { name: 'two', state: 'provisioning' }])
  const asked: { tab: Page; path: string }[] = []
  context.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/api/instance/'))
      asked.push({ tab: request.frame().page(), path: new URL(request.url()).pathname })
  })
  await page.goto('/sign-in?to=/instances/one')
  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  const usage = (tab: Page) => tab.getByRole('region', { name: 'Live usage' })
  await expect(usage(page)).toContainText('just now')
  const tabs = [page]
  for (const _ of [2, 3, 4, 5]) {
    const tab = await context.newPage()
    await tab.goto('/instances/one')
    await expect(usage(tab)).toContainText('just now')
    tabs.push(tab)
  }
  const list = '/api/instance/'
  /** Which tabs read the list and the usage from now on, until the list was read `count` times. */
  const readers = async (count: number) => {
    asked.length = 0
    const of = (isMeant: (path: string) => boolean) => asked.filter(({ path }) => isMeant(path))
    await expect.poll(() => of((path) => path === list).length).toBeGreaterThanOrEqual(count)
    return [of((path) => path === list), of((path) => path.endsWith('/stats/'))].map(
      (requests) => new Set(requests.map(({ tab }) => tab)),
    )
  }
  const counts = async (count: number) => (await readers(count)).map(({ size }) => size)
  // The first round after five tabs were opened may be read twice.
  await expect.poll(() => counts(3)).toEqual([1, 1])

  const [of = new Set<Page>()] = await readers(1)
  const [reader = page] = of
  await reader.route('**/api/instance/**', () => undefined)
  await expect.poll(async () => (await readers(1))[0]?.has(reader)).toBe(false)
  await reader.close()
  await expect.poll(() => counts(2)).toEqual([1, 1])
  for (const tab of tabs.filter((one) => one !== reader))
    await expect(usage(tab)).toContainText(/just now|\ds ago/)
})

import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

test('fresh data says only how old it is', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(page.getByText(/^updated /)).toBeVisible()
  await expect(page.getByRole('button', { name: /^retry/ })).toHaveCount(0)
})

test('stale data says how old it is and when the next try comes, and goes on by itself', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'malformed' }])
  const line = page.getByRole('button', { name: /^retry in \d:\d\d$/ })
  await expect(line).toBeVisible({ timeout: 20_000 })
  await expect(line).toHaveAccessibleDescription(
    /could not be read.*Showing data from \d+.s ago\. Next try (?:in \d:\d\d|now)\./,
  )
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expectAccessible(page)
  await sandbox.faults([])
  await expect(page.getByText(/^updated /)).toBeVisible({ timeout: 30_000 })
  await expect(line).toHaveCount(0)
})

test('offline it says so, and that it goes on', async ({ page, sandbox, context }) => {
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await page.clock.fastForward(12_000)
  const line = page.getByRole('button', { name: 'offline' })
  await expect(line).toBeVisible()
  await expect(line).toHaveAccessibleDescription(
    /You are offline\. Showing data from .*it goes on when you are back/,
  )
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

test('a message of three lines stays readable and pushes nothing off the page', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  const detail = 'The list is not available.\nThe database is being moved.\nIt takes about ten minutes.'
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', status: 400, body: { detail } }])
  const line = page.getByRole('button', { name: /^retry/ })
  await expect(line).toBeVisible({ timeout: 20_000 })
  await expect(line).toHaveAccessibleDescription(/It takes about ten minutes\. Showing data from/)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

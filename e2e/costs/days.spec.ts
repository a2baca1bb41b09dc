import type { Page } from '@playwright/test'

import { expect, expectAccessible, region, rowOf, type Sandbox, signIn, test } from '../support/fixtures.ts'
import { exported } from './support.ts'

/** Has this browser look at the fleet now, and again so many hours later. */
const lookTwice = async (page: Page, sandbox: Sandbox, hours: number) => {
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.goto('/costs')
  await expect(region(page, 'This month')).toContainText('Estimate.')
  await sandbox.advance(hours * 3600)
  await page.clock.fastForward(hours * 3_600_000)
  await page.reload()
}

test('before a whole day has gone by there is no day to show', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/costs')
  await expect(region(page, 'By day')).toContainText(/^By day\s*(begins today|after one whole day)/)
  await expect(page.getByRole('combobox', { name: 'Time span' })).toHaveCount(0)
})

test('the days read as bars, as a table and as a file, and none is guessed', async ({ page, sandbox }) => {
  await lookTwice(page, sandbox, 50)
  const days = region(page, 'By day')
  await days.getByRole('combobox', { name: 'Time span' }).selectOption('7 days')
  await expect(page).toHaveURL(/span=7d/)
  await expect(days).toContainText(/First seen \w+ \d+/)
  await days.getByText('As a table', { exact: true }).click()
  const table = days.getByRole('table', { name: 'Cost by day' })
  // Three or four days since the first look, the head and the sum: what was before is left out.
  const rows = await table.getByRole('row').count()
  expect(rows).toBeGreaterThanOrEqual(5)
  expect(rows).toBeLessThanOrEqual(6)
  await expect(table.getByRole('row', { name: /^In all of these from ≈ \$/ })).toBeVisible()
  await expectAccessible(page)

  const { file, rows: lines } = await exported(page, 'Costs by day (CSV)')
  expect(file).toMatch(/^hatteras-costs-by-day-/)
  expect(lines.at(-1)?.get('day')).toBe('Total')
  for (const row of lines) {
    expect(Number(row.get('low_usd'))).toBeLessThanOrEqual(Number(row.get('estimate_usd')))
    expect(Number(row.get('estimate_usd'))).toBeLessThanOrEqual(Number(row.get('high_usd')))
  }
  await expect(region(page, 'A month')).not.toContainText('not known yet')
})

test('what was seen last month is told in this one', async ({ page, sandbox }) => {
  const at = '2026-10-30T12:00:00Z'
  await page.clock.install({ time: new Date(at) })
  await sandbox.stopClock(at)
  await sandbox.seed('lab')
  await signIn(page, sandbox.key, '/costs')
  await expect(region(page, 'This month')).toContainText('Estimate.')
  await expect(region(page, 'This month')).not.toContainText('September')
  await sandbox.advance(5 * 86_400)
  await page.clock.fastForward(5 * 86_400_000)
  await page.reload()
  await expect(region(page, 'This month')).toContainText(/^Since Nov 1 /)
  await expect(region(page, 'This month')).toContainText(/October 2026 from ≈\s\$[\d,]+, at least \$[\d,]+/)
})

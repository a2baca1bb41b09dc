import { expect, expectAccessible, region, rowOf, signIn, test } from '../support/fixtures.ts'
import { exported } from './support.ts'

test('the days read as bars, as a table and as a file, and none is guessed', async ({ page, sandbox }) => {
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Costs' }).click()
  await expect(region(page, 'This month')).toContainText('Estimate.')
  const days = region(page, 'By day')
  const span = page.getByRole('combobox', { name: 'Time span' })

  await test.step('before a whole day has gone by there is no day to show', async () => {
    await expect(days).toContainText(/^By day\s*(begins today|after one whole day)/)
    await expect(span).toHaveCount(0)
  })

  // Hours later the browser looks again.
  await sandbox.advance(50 * 3600)
  await page.clock.fastForward(50 * 3_600_000)
  await page.reload()
  await span.selectOption('7 days')
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

import { expect, expectAccessible, region, signIn, test } from '../support/fixtures.ts'
import { exported } from './support.ts'

test('ticking instances tells what stopping and starting them would change, and does nothing to them', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/costs')
  const answer = page.getByRole('status', { name: 'What if' })
  await expect(answer).toContainText('Nothing is done to them')
  await page.getByRole('checkbox', { name: 'What if rna-atlas were stopped' }).check()
  // 0.61 less 500 GiB of disk at 0.0001.
  await expect(answer).toHaveText('Stopping 1 instance saves ≈ $409 / month ($0.560 / h).')
  await page.getByRole('checkbox', { name: 'What if dev-server were started' }).check()
  await expect(answer).toContainText('Starting 1 instance adds ≈ $88 / month ($0.120 / h).')
  await expect(region(page, 'Breakdown')).toContainText('from $9.379 / h now, from $8.939 / h then.')
  await expect(page).toHaveURL(/whatif=rna-atlas,dev-server/)
  await expectAccessible(page)

  await page.reload()
  await expect(answer).toContainText('Stopping 1 instance saves ≈ $409')
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(answer).toContainText('Nothing is done to them')
  const asked = await sandbox.requests()
  expect(asked.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('a name in a shared what-if that is not there counts for nothing', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/costs?whatif=never-was,field-trial-2023,rna-atlas')
  await expect(page.getByRole('status', { name: 'What if' })).toHaveText(
    'Stopping 1 instance saves ≈ $409 / month ($0.560 / h).',
  )
})

test('a budget is set in place, warns, stays after a reload, and can be removed', async ({
  page,
  sandbox,
}) => {
  const at = '2026-10-11T12:00:00Z'
  await page.clock.install({ time: new Date(at) })
  await sandbox.stopClock(at)
  await sandbox.seed('lab')
  await signIn(page, sandbox.key, '/costs')
  const month = region(page, 'This month')
  await month.getByRole('button', { name: 'Set a budget' }).click()
  const field = month.getByRole('spinbutton', { name: 'Budget per month' })
  await expect(field).toBeFocused()
  await field.fill('many')
  await month.getByRole('button', { name: 'Save budget' }).click()
  await expect(field).toHaveAccessibleDescription(/Type dollars as a plain number/)
  await field.fill('1')
  await field.press('Enter')
  await expect(month).toContainText(/Budget \$1at least [\d,]*\s% reached/)
  await expect(month).toContainText('This month is over its budget of $1')
  await expectAccessible(page)

  await page.goto('/instances')
  await page.goto('/costs')
  await expect(month).toContainText('This month is over its budget of $1')
  await month.getByRole('button', { name: 'Change budget' }).click()
  await field.fill('1000000')
  await field.press('Enter')
  await expect(month).toContainText('This month is within its budget of $1,000,000')
  await month.getByRole('button', { name: 'Change budget' }).click()
  await month.getByRole('button', { name: 'Remove' }).click()
  await expect(month).toContainText('No budget set')
})

test('the month is a range, with how much of it was seen, and never claims to be a bill', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/costs')
  const month = region(page, 'This month')
  await expect(month).toContainText(/≈\s\$[\d,]+–[\d,]+ so far, an estimate/)
  await expect(month).toContainText(/Seen \d+\s% of the time in this browser/)
  await month.getByText('What these words mean').click()
  await expect(month).toContainText('everything was the same before and after')
  await expect(page.getByRole('main')).not.toContainText(/spent|billed so far|invoice/i)
})

test('the days read as a chart, as a table and as a file', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/costs')
  const days = region(page, 'Over days')
  await days.getByRole('radio', { name: '7 days' }).check()
  await expect(page).toHaveURL(/span=7d/)
  await days.getByText('Show as a table').click()
  const table = days.getByRole('table', { name: 'Cost by day' })
  await expect(table.getByRole('row')).toHaveCount(9)
  await expect(table.getByRole('row', { name: /^In all from ≈ \$/ })).toBeVisible()
  await expectAccessible(page)

  const { file, rows } = await exported(page, 'Costs by day (CSV)')
  expect(file).toMatch(/^hatteras-costs-by-day-/)
  expect(rows.at(-1)?.get('day')).toBe('Total')
  for (const row of rows) {
    expect(Number(row.get('low_usd'))).toBeLessThanOrEqual(Number(row.get('estimate_usd')))
    expect(Number(row.get('estimate_usd'))).toBeLessThanOrEqual(Number(row.get('high_usd')))
  }
})

test('a pattern is not made up of what was not seen', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/costs')
  await expect(region(page, 'Projections')).toContainText('At the pattern of the last seven days seen here')
  await expect(region(page, 'Projections')).toContainText('Too little of the last seven days was seen')
})

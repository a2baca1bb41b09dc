import { expect, expectAccessible, region, rowOf, signIn, test } from '../support/fixtures.ts'
import { exported, lineOf } from './support.ts'

test('the fleet, the page, its lines and the exported file tell the same cost', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  const summary = page.getByRole('link', { name: /\/ h ≈.*\/ month/ })
  await expect(summary).toContainText('$9.379')
  await expect(rowOf(page, 'rna-atlas')).toContainText('$0.61')

  await summary.click()
  const now = region(page, 'Cost now')
  await expect(now).toContainText('$9.379/ h')
  await expect(now).toContainText('≈ $6,847 / month')
  const parts = now.getByRole('list', { name: 'What it is made of' })
  await expect(parts).toHaveText(/vCPU\s*\$2\.330.*RAM\s*\$3\.940.*GPU\s*\$2\.100.*Disk\s*\$1\.009/)
  const disks = region(page, 'Now').getByRole('link', { name: 'disk, stays: $0.561 is disk of 5 stopped' })
  await expect(disks).toHaveAttribute('href', '/instances?state=stopped&sort=cost&order=desc')
  // Its grey is the foot of what runs too: one figure of disk on the page, that of all of it.
  await expect(disks).toHaveText('disk, stays')
  await expect(lineOf(page, 'rna-atlas')).toContainText('7 %$0.610$445')
  await expect(lineOf(page, 'Total')).toContainText('$9.379')

  const { file, rows } = await exported(page, 'Present costs (CSV)')
  expect(file).toMatch(/^hatteras-costs-\d{4}-\d\d-\d\d\.csv$/)
  const total = rows.at(-1)
  expect(total?.get('name')).toBe('Total')
  expect(total?.get('total_usd_per_hour')).toBe('9.379')
  const atlas = rows.find((row) => row.get('name') === 'rna-atlas')
  expect(atlas?.get('total_usd_per_hour')).toBe('0.61')
})

test('whatever it is broken down by, the total is the same, and the address remembers', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/costs')
  const choice = region(page, 'Breakdown').getByRole('radiogroup', { name: 'Break down by' })
  for (const by of ['Component', 'Environment', 'Type', 'CPU tier', 'Tag', 'Owner', 'State']) {
    await choice.getByRole('radio', { name: by }).check()
    const table = page.getByRole('table', { name: new RegExp(`^Cost by ${by}$`, 'i') })
    await expect(table).toBeVisible()
    await expect(lineOf(page, 'Total')).toContainText('$9.379')
  }
  await expect(page).toHaveURL(/by=state/)
  await page.reload()
  await expect(page.getByRole('table', { name: 'Cost by state' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('table', { name: 'Cost by owner' })).toBeVisible()
})

test('a line of the breakdown leads to the instances it sums up', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/costs?by=flavor')
  await lineOf(page, 'RStudio geospatial').getByRole('link').click()
  await expect(page).toHaveURL('/instances?flavor=rgeospatial')
  await expect(rowOf(page, 'geo-maps-2025')).toBeVisible()
  await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
})

test('a stopped fleet still costs its disks', async ({ page, sandbox }) => {
  await sandbox.plant([
    { name: 'cold-one', state: 'exited', disk_size_gib: 200 },
    { name: 'cold-two', resource_type: 'vm', state: 'shut_off', disk_size_gib: 40 },
  ])
  await signIn(page, sandbox.key, '/costs')
  await expect(region(page, 'Cost now')).toContainText('$0.024/ h')
  await expect(region(page, 'Now').getByRole('link', { name: /\$0\.024 is disk of 2 stopped/ })).toBeVisible()
  await expect(lineOf(page, 'cold-two')).toContainText('$0.004')
  await expect(region(page, 'A month')).toContainText('With all stopped≈ $18')
})

test.describe('the live dialect', () => {
  test.use({ scenario: 'live' })

  test('a rate that is not known is said to be unknown, never free', async ({ page, sandbox }) => {
    await sandbox.plant([
      {
        name: 'odd-gpu',
        gpu_model: 'RTX 5090',
        oddities: { omit: ['gpu_cost_hourly_usd', 'hourly_cost_usd'], set: {} },
      },
    ])
    await signIn(page, sandbox.key, '/costs')
    const now = region(page, 'Cost now')
    await expect(now).toContainText('from$0.110/ h')
    await expect(now.getByRole('listitem').filter({ hasText: 'GPU' })).toContainText('unknown')
    await expect(lineOf(page, 'odd-gpu')).toContainText('from $0.110')
    await expect(region(page, 'A month')).toContainText('As it runs now≈ $80')
    await expect(page.getByRole('main')).toContainText('The GPU rate on odd-gpu is not known.')

    await expect(region(page, 'This month')).toContainText(/from ≈\s\$[\d.,]+, at least/)
    await page.getByRole('checkbox', { name: 'What if odd-gpu were stopped' }).check()
    await expect(page.getByRole('status', { name: 'What if' })).toContainText('(GPU rate unknown)')
    await expectAccessible(page)
  })

  test('what is billed in a state of its own is marked as not documented', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key, '/costs')
    await expect(page.getByRole('main')).toContainText('in its state is not documented: counted as running.')
    await expect(region(page, 'Cost now').getByRole('listitem').filter({ hasText: 'Sentieon' })).toBeVisible()
    await page.getByRole('button', { name: /^\d+ more$/ }).click()
    await expect(lineOf(page, 'lost-worker')).toContainText('counted as running')
    await expectAccessible(page)
  })
})

test.describe('a huge account', () => {
  test.use({ scenario: 'huge' })
  test('sums up what it does not list', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key, '/costs')
    await expect(lineOf(page, 'Total')).toContainText('$2,517.042')
    await expect(region(page, 'Now').getByText(/^9,\d{3} others$/)).toBeVisible()
    const more = page.getByRole('button', { name: /^9,\d{3} more$/ })
    const hidden = async () => Number((await more.innerText()).replaceAll(/\D/g, ''))
    const before = await hidden()
    await more.click()
    await expect.poll(hidden).toBe(before - 500)
    await expect(lineOf(page, 'Total')).toContainText('$2,517.042')
  })
})

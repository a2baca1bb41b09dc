import { expect, expectAccessible, region, rowOf, signIn, test } from '../support/fixtures.ts'
import { exported, lineOf } from './support.ts'

test('the fleet, the page, its lines and the exported file tell the same cost', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  const summary = page.getByRole('link', { name: /\/ h ≈.*\/ month/ })
  await expect(summary).toContainText('$9.379')
  await expect(rowOf(page, 'rna-atlas')).toContainText('$0.61')

  await summary.click()
  const now = region(page, 'Now')
  await expect(now).toContainText('$9.379 / hour')
  await expect(now).toContainText('≈ $6,847 / month of 730 h')
  await expect(now).toContainText('Of it $0.561 / h is disk of 5 stopped instances')
  await expect(now.getByRole('row', { name: /^Compute 67 % \$6\.2700/ })).toBeVisible()
  await expect(now.getByRole('row', { name: /^GPU 22 % \$2\.1000/ })).toBeVisible()
  await expect(now.getByRole('row', { name: /^Storage 11 % \$1\.0090/ })).toBeVisible()
  await expect(lineOf(page, 'rna-atlas')).toContainText('$0.6100')
  await expect(lineOf(page, 'Total')).toContainText('$9.3790')

  const { file, rows } = await exported(page, 'Present costs (CSV)')
  expect(file).toMatch(/^hatteras-costs-\d{4}-\d\d-\d\d\.csv$/)
  const total = rows.at(-1)
  expect(total?.get('name')).toBe('Total')
  expect(total?.get('total_usd_per_hour')).toBe('9.379')
  const atlas = rows.find((row) => row.get('name') === 'rna-atlas')
  expect(atlas?.get('total_usd_per_hour')).toBe('0.61')
  await expectAccessible(page)
})

test('whatever it is broken down by, the total is the same, and the address remembers', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/costs')
  const choice = region(page, 'Breakdown').getByRole('radiogroup', { name: 'Break down by' })
  for (const by of ['Component', 'Environment', 'Type', 'CPU tier', 'Owner', 'State']) {
    await choice.getByRole('radio', { name: by }).check()
    const table = page.getByRole('table', { name: new RegExp(`^Cost by ${by}$`, 'i') })
    await expect(table).toBeVisible()
    await expect(lineOf(page, 'Total')).toContainText('$9.3790')
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
  await expect(region(page, 'Now')).toContainText('$0.024 / hour')
  await expect(region(page, 'Now')).toContainText('Of it $0.024 / h is disk of 2 stopped instances')
  await expect(lineOf(page, 'cold-two')).toContainText('$0.0040')
  await expect(region(page, 'Projections')).toContainText('If everything is stopped now≈ $18 / month')
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
    const now = region(page, 'Now')
    await expect(now).toContainText('from $0.110 / hour, GPU rate unknown')
    await expect(now.getByRole('row', { name: /^GPU .*unknown/ })).toBeVisible()
    await expect(lineOf(page, 'odd-gpu')).toContainText('from $0.1100')
    await expect(region(page, 'Projections')).toContainText('If nothing changesfrom ≈ $80 / month')

    await expect(region(page, 'This month')).toContainText('GPU rate unknown, which comes on top')
    await page.getByRole('checkbox', { name: 'What if odd-gpu were stopped' }).check()
    await expect(page.getByRole('status', { name: 'What if' })).toContainText('(GPU rate unknown)')
    await expectAccessible(page)
  })

  test('what is billed in a state of its own is marked as not documented', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key, '/costs')
    await expect(region(page, 'Now')).toContainText('a state whose billing is not documented')
    await expect(region(page, 'Now').getByRole('row', { name: /^Sentieon/ })).toBeVisible()
    await expect(lineOf(page, 'lost-worker')).toContainText('counted as running')
    await expectAccessible(page)
  })
})

test.describe('a huge account', () => {
  test.use({ scenario: 'huge' })
  test('sums up what it does not list', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key, '/costs')
    await expect(lineOf(page, 'Total')).toContainText('$2,517.0420')
    await expect(lineOf(page, '9,781 more')).toContainText('$2,480.3990')
    await page.getByRole('button', { name: 'Show 500 more' }).click()
    await expect(lineOf(page, '9,281 more')).toBeVisible()
    await expect(lineOf(page, 'Total')).toContainText('$2,517.0420')
  })
})

import { atRest, expect, expectAccessible, region, rowOf, signIn, test } from '../support/fixtures.ts'
import { exported, lineOf } from './support.ts'

test('the fleet, its costs, its lines, any breakdown and the exported file tell the same cost', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)

  await test.step('the fleet, the page, its lines and the exported file tell the same cost', async () => {
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

  await test.step('whatever it is broken down by, the total is the same, and the address remembers', async () => {
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

  await test.step('a line of the breakdown leads to the instances it sums up', async () => {
    await region(page, 'Breakdown').getByRole('radio', { name: 'Environment' }).check()
    await lineOf(page, 'RStudio geospatial').getByRole('link').click()
    await expect(page).toHaveURL('/instances?flavor=rgeospatial')
    await expect(rowOf(page, 'geo-maps-2025')).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
  })

  await test.step('a stopped fleet still costs its disks', async () => {
    await sandbox.plant([
      { name: 'cold-one', state: 'exited', disk_size_gib: 200 },
      { name: 'cold-two', resource_type: 'vm', state: 'shut_off', disk_size_gib: 40 },
    ])
    await page.goto('/costs')
    await expect(region(page, 'Cost now')).toContainText('$0.024/ h')
    await expect(
      region(page, 'Now').getByRole('link', { name: /\$0\.024 is disk of 2 stopped/ }),
    ).toBeVisible()
    await expect(lineOf(page, 'cold-two')).toContainText('$0.004')
    await expect(region(page, 'A month')).toContainText('With all stopped≈ $18')
  })
})

test.describe('the live dialect', () => {
  test.use({ scenario: 'live' })

  test('a rate that is not known is never free, and a small price never rounded away', async ({
    page,
    sandbox,
  }) => {
    await sandbox.plant([
      {
        name: 'odd-gpu',
        gpu_model: 'RTX 5090',
        oddities: { omit: ['gpu_cost_hourly_usd', 'hourly_cost_usd'], set: {} },
      },
      { ...atRest('tiny'), oddities: { omit: [], set: { hourly_cost_usd: 0.0075 } } },
    ])
    await signIn(page, sandbox.key)

    await test.step('a price that rounds $0.0075 to $0.01: the exact one is at hand, and is what the instance says', async () => {
      await expect(rowOf(page, 'tiny').getByTitle('$0.0075')).toHaveText('$0.008')
      await rowOf(page, 'tiny').getByRole('link', { name: 'tiny', exact: true }).click()
      await expect(region(page, 'Cost')).toContainText('$0.0075')
    })

    await test.step('a rate that is not known is said to be unknown, never free', async () => {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Costs' }).click()
      const now = region(page, 'Cost now')
      // $0.110 of what is known, and the tiny one.
      await expect(now).toContainText('from$0.118/ h')
      await expect(now.getByRole('listitem').filter({ hasText: 'GPU' })).toContainText('unknown')
      await expect(lineOf(page, 'odd-gpu')).toContainText('from $0.110')
      await expect(region(page, 'A month')).toContainText('As it runs now≈ $86')
      await expect(page.getByRole('main')).toContainText('The GPU rate on odd-gpu is not known.')

      await expect(region(page, 'This month')).toContainText(/from ≈\s\$[\d.,]+, at least/)
      await page.getByRole('checkbox', { name: 'What if odd-gpu were stopped' }).check()
      await expect(page.getByRole('status', { name: 'What if' })).toContainText('(GPU rate unknown)')
      await expectAccessible(page)
    })
  })
})

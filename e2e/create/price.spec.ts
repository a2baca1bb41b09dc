import { expect, test } from '../support/fixtures.ts'

import { openCreate } from './create-form.ts'

test('the price follows the form, line by line, and says whose rates it takes', async ({ page, sandbox }) => {
  const { field, fill, radio, summary } = await openCreate(page, sandbox)
  await radio('RStudio').check()
  await radio('High performance').check()
  await fill({ vCPUs: '16', 'Memory (GiB)': '64', 'Disk (GiB)': '500' })
  await expect(summary).toContainText('$0.610 / hour while running')
  await expect(summary).toContainText('≈ $14.64 / day · ≈ $445 / month')
  await expect(summary).toContainText('Stopped $0.050 / h · ≈ $37 / month')
  await expect(summary).toContainText('16 vCPU × $0.0150$0.2400')
  await expect(summary).toContainText('64 GiB memory × $0.0050$0.3200')
  await expect(summary).toContainText('500 GiB disk × $0.0001$0.0500')
  await expect(summary).toContainText(/Rates as on your [\w-]+, same tier, \d+\s\w+ ago\./)
  await field('GPU model').selectOption('RTX 5090')
  await expect(summary).toContainText('1 GPU × $0.5500$0.5500')
  await expect(summary).toContainText(/GPU: rate as on your llama-tune, same GPU/)
})

test('a size that cannot be had is not priced, and says so', async ({ page, sandbox }) => {
  const { field, summary } = await openCreate(page, sandbox)
  await field('vCPUs').fill('900')
  await expect(summary).toContainText('vCPU × $0.0050not offered in this size')
  await expect(summary).toContainText('from $0.024 / hour')
  await field('vCPUs').fill('')
  await expect(summary).toContainText('vCPU × $0.0050no number yet')
})

test('Sentieon’s fee is told with the environment that goes without it', async ({ page, sandbox }) => {
  const { radio, summary } = await openCreate(page, sandbox)
  await radio('Genomics').check()
  await expect(summary).toContainText('Sentieon is charged on top')
  await summary.getByRole('button', { name: 'Choose Genomics, plain' }).click()
  await expect(radio('Genomics, plain')).toBeChecked()
  await expect(summary).not.toContainText('Sentieon')
})

test.describe('an account with nothing in it', () => {
  test.use({ scenario: 'empty' })

  test('sees list prices where they are published, and unknown where they are not', async ({
    page,
    sandbox,
  }) => {
    const { field, radio, summary } = await openCreate(page, sandbox)
    await expect(summary).toContainText('$0.034 / hour')
    await expect(summary).toContainText('Rates as in the published list price, 2026-09')
    await field('GPU model').selectOption('RTX 4090')
    await expect(summary).toContainText('from $0.034 / hour')
    await expect(summary).toContainText('GPU: rate unknown.')
    await field('GPU model').selectOption('None')
    await radio('High performance').check()
    await expect(summary).toContainText('unknown / hour')
    await expect(summary).not.toContainText('$0')
  })
})

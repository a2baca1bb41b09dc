import { expect, test } from '../support/fixtures.ts'

import { openCreate } from './create-form.ts'

test('the price follows the form, through what cannot be had and what is charged on top', async ({
  page,
  sandbox,
}) => {
  const { field, fill, radio, summary } = await openCreate(page, sandbox)

  await test.step('a size that cannot be had is not priced, and says so', async () => {
    await field('vCPUs').fill('900')
    await expect(summary).toContainText('vCPU × $0.0050not offered in this size')
    await expect(summary).toContainText('from $0.024 / h')
    await field('vCPUs').fill('')
    await expect(summary).toContainText('vCPU × $0.0050no number yet')
  })

  await test.step('the price stands line by line, and says whose rates it takes', async () => {
    await radio('RStudio').check()
    await radio('High performance').check()
    await fill({ vCPUs: '16', 'Memory (GiB)': '64', 'Disk (GiB)': '500' })
    await expect(summary).toContainText('$0.610 / h ≈ $445 / month')
    await expect(summary).toContainText('≈ $14.64 / day')
    await expect(summary).toContainText('Running$0.610Stopped$0.050')
    await expect(summary).toContainText('16 vCPU × $0.0150$0.240')
    await expect(summary).toContainText('64 GiB RAM × $0.0050$0.320')
    await expect(summary).toContainText('500 GiB disk × $0.0001$0.050')
    await expect(summary).toContainText(/always≈\s\$445.*8 h a day.*≈\s\$173.*stopped≈\s\$37/)
    await summary.getByLabel('Hours a day').selectOption('12')
    await expect(summary).toContainText('≈ $241')
    const rates = summary.getByRole('button', { name: /^your rates, \d+\s\w+ ago/ })
    await rates.click()
    await expect(summary).toContainText(/Rates as on your [\w-]+, same tier, \d+\s\w+ ago\./)
    await page.keyboard.press('Escape')
    await field('GPU model').selectOption('RTX 5090')
    await expect(summary).toContainText('1 GPU × $0.5500$0.550')
    await summary.getByRole('button', { name: /where they come from$/ }).click()
    await expect(summary).toContainText(/GPU: rate as on your llama-tune, same GPU/)
  })

  await test.step('Sentieon’s fee is told with the environment that goes without it', async () => {
    await radio('Genomics').check()
    await expect(summary).toContainText('Sentieon is charged on top')
    await summary.getByRole('button', { name: 'Choose Genomics, plain' }).click()
    await expect(radio('Genomics, plain')).toBeChecked()
    await expect(summary).not.toContainText('Sentieon')
  })
})

test.describe('an account with nothing in it', () => {
  test.use({ scenario: 'empty' })

  test('is told list prices where they are published, and unknown where they are not', async ({
    page,
    sandbox,
  }) => {
    const { field, radio, summary } = await openCreate(page, sandbox)

    await test.step('every choice says that its price is not known, and never nothing', async () => {
      await expect(radio('High performance')).toHaveAccessibleDescription('Over 5 GHz price not known')
      await expect(field('GPU model').getByRole('option').nth(1)).toHaveText(
        'RTX 4090 · 24 GB · price not known',
      )
      await expect(radio('Genomics')).toHaveAccessibleDescription(/from \$0\.450\s\/\sh\s\+\sSentieon/)
    })

    await test.step('the summary has list prices where they are published, and unknown where they are not', async () => {
      await expect(summary).toContainText('$0.034 / h')
      await expect(summary.getByRole('button', { name: /^list prices, 2026-09/ })).toBeVisible()
      await field('GPU model').selectOption('RTX 4090')
      await expect(summary).toContainText('from $0.034 / h')
      await summary.getByRole('button', { name: /^some rates unknown/ }).click()
      await expect(summary).toContainText('GPU: rate unknown.')
      await page.keyboard.press('Escape')
      await field('GPU model').selectOption('None')
      await radio('High performance').check()
      await expect(summary).toContainText('unknown / h')
      await expect(summary).not.toContainText('$0')
    })
  })
})

import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

test('a rate of one’s own is set, prices what is new, and is taken away again, on a phone too', async ({
  page,
  sandbox,
}) => {
  await test.step('a rate of one’s own is set, prices what is new, and is taken away again', async () => {
    await signIn(page, sandbox.key, '/settings#rates')
    const rates = page.getByRole('region', { name: 'Rates', exact: true })
    await expect(rates.getByRole('columnheader', { name: 'High performance' })).toBeVisible()
    const cell = rates.getByRole('row', { name: /^vCPU/ }).getByRole('cell').nth(1)
    const edit = cell.getByRole('button', { name: 'Set own rate of vCPU, high performance' })
    await expect(cell).toContainText('$0.0150')
    await expect(edit).toHaveAccessibleDescription(/As on your [\w-]+, \d+\s\w+ ago\./)
    await expect(rates).toContainText('from your instances')

    await edit.click()
    const field = page.getByLabel('vCPU, high performance, per hour')
    await expect(field).toBeFocused()
    for (const [typed, problem] of [
      ['much', 'Type dollars as a plain number, such as 0.015.'],
      ['0', 'Type an amount above 0.'],
      ['5000', 'That is more than $1,000 an hour for one unit.'],
    ] as const) {
      await field.fill(typed)
      await page.keyboard.press('Enter')
      await expect(field).toHaveAccessibleDescription(problem)
    }
    await expectAccessible(page)
    await field.fill('0.02')
    await page.getByRole('button', { name: 'Save rate' }).click()
    await expect(field).toHaveCount(0)
    await expect(cell).toContainText('$0.0200')
    const change = cell.getByRole('button', { name: 'Change own rate of vCPU, high performance' })
    await expect(change).toBeFocused()
    await expect(change).toHaveAccessibleDescription(/Your own rate\. Without it: \$0\.0150, as on your/)

    await page.goto('/instances/new?cpu_tier=high-performance&n_vcpus=16&mem_gib=64&disk_size_gib=500')
    const summary = page.getByRole('region', { name: 'Summary' })
    await expect(summary).toContainText('16 vCPU × $0.0200$0.320')
    await expect(summary).toContainText('vCPU: rate of your own, from Settings.')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    await rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Cost', exact: true })).toContainText('16 vCPU × $0.0150')

    await page.getByRole('link', { name: 'Settings' }).click()
    await change.click()
    await page.getByRole('button', { name: 'Remove own rate of vCPU, high performance' }).click()
    await expect(cell).toContainText('$0.0150')
  })

  await test.step('rates and budget fit a phone and are accessible, in both themes', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Set own rate of RTX 4090' }).click()
    await expect(page.getByLabel('RTX 4090, per hour')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator('html[data-theme="dark"]')).toBeAttached()
    await expectAccessible(page, 'colours')
  })
})

test('a budget is set, kept and removed', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/settings')
  const budget = page.getByRole('region', { name: 'Budget' })
  const field = budget.getByLabel('Budget per month')
  await field.fill('a lot')
  await budget.getByRole('button', { name: 'Save budget' }).click()
  await expect(field).toHaveAccessibleDescription(/plain number/)
  await field.fill('2500')
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(field).toHaveValue('2500')
  await page.goto('/costs')
  await expect(page.getByRole('region', { name: 'A month' })).toContainText('Budget $2,500')
  await page.goto('/settings')
  await budget.getByRole('button', { name: 'Remove budget' }).click()
  await expect(field).toHaveValue('')
})

import { expect, expectAccessible, region, signIn, test } from '../support/fixtures.ts'

test('a shared what-if counts what is there; the page is of use on a phone, in both themes, and on paper', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn(page, sandbox.key, '/costs?whatif=never-was,field-trial-2023,rna-atlas')
  const answer = page.getByRole('status', { name: 'What if' })

  await test.step('a name in a shared what-if that is not there counts for nothing', async () => {
    await expect(answer).toHaveText('Without the 1 ticked −$409 a month')
  })

  await test.step('is accessible on a phone too, in both themes', async () => {
    await expect(region(page, 'This month')).toContainText('Estimate.')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator('html[data-theme="dark"]')).toBeAttached()
    await expectAccessible(page, 'colours')
  })

  await test.step('on paper there is the page alone, with its tables whole', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect(region(page, 'Breakdown').getByRole('row', { name: /^Total/ })).toBeVisible()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Export' })).toBeHidden()
    await expect(page.getByRole('checkbox').first()).toBeHidden()
    await expect(page.getByRole('combobox')).toHaveCount(0)
    await expect(region(page, 'Now').getByText('rna-atlas')).toBeVisible()
    await expect(region(page, 'Breakdown').getByRole('row', { name: /ab .*\$0\.001/ })).toBeVisible()
    expect(await page.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)).toBe('light')
  })
})

import { expect, expectAccessible, region, signIn, test, tryAgain } from '../support/fixtures.ts'

test('is accessible on a phone too, in both themes', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn(page, sandbox.key, '/costs?whatif=rna-atlas')
  await expect(region(page, 'This month')).toContainText('Estimate.')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html[data-theme="dark"]')).toBeAttached()
  await expectAccessible(page, 'colours')
})

test('on paper there is the page alone, with its tables whole', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/costs')
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

test.describe('an empty account', () => {
  test.use({ scenario: 'empty' })
  test('teaches what will be here', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key, '/costs')
    await expect(page.getByText('Nothing costs anything')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Create instance' }).click()
    await expect(page.getByRole('heading', { name: 'Create instance' })).toBeVisible()
  })
})

test('without an answer it says what to do, and goes on', async ({ page, sandbox }) => {
  await page.clock.install()
  await signIn(page, sandbox.key, '/costs')
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'html', status: 502 }])
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('The costs could not be loaded.')
  await tryAgain(page)
  // It does not go while the next try is under way, and neither does the focus.
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('The costs could not be loaded.')
  await expectAccessible(page)
  await sandbox.faults([])
  await expect(region(page, 'Cost now')).toContainText('$9.379')
})

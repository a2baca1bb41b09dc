import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

test('a list that fails keeps the old rows and says how old they are; a malformed answer too', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'malformed', times: 20 }])
  await expect(page.getByText(/could not be read.*Showing data from/)).toBeVisible({ timeout: 20_000 })
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

test('a first load that fails says what to do, and goes on by itself', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'html', status: 502, times: 3 }])
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('could not be loaded')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of the shell is accessible and fits a phone, ${colorScheme}`, async ({
    page,
    sandbox,
  }) => {
    await page.emulateMedia({ colorScheme })
    await signIn(page, sandbox.key)
    for (const path of ['/instances', '/webapps', '/costs', '/activity', '/settings', '/nowhere']) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
    }
  })
}

test('an address that leads nowhere says so and leads on', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/nowhere/at/all')
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  await page.getByRole('link', { name: 'All instances' }).click()
  await expect(page).toHaveURL(/\/instances$/)
})

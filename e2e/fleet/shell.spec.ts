import { expect, expectAccessible, keepReading, rowOf, signIn, test } from '../support/fixtures.ts'

test('a list that fails keeps the old rows and says how old they are; a malformed answer too', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'malformed', times: 20 }])
  await expect(page.getByRole('button', { name: 'Try now' })).toHaveAccessibleDescription(
    /could not be read.*Showing data from/,
  )
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

test('an address that leads nowhere says so and leads on', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/nowhere/at/all')
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  await page.getByRole('link', { name: 'All instances' }).click()
  await expect(page).toHaveURL(/\/instances$/)
})

const boxes = (...states: readonly string[]) =>
  states.map((state, index) => ({ name: `box-${index}`, state }))

test('a pinned tab shows when something is under way, and when something failed', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant(boxes('running'))
  await signIn(page, sandbox.key)
  const icon = page.locator('link[rel=icon]')
  await expect(rowOf(page, 'box-0')).toBeVisible()
  await expect(icon).toHaveAttribute('href', '/favicon.svg')
  await keepReading(page)
  await sandbox.plant(boxes('running', 'provisioning'))
  await expect(icon).toHaveAttribute('href', '/favicon-busy.svg')
  await sandbox.plant(boxes('running', 'provisioning', 'error'))
  await expect(icon).toHaveAttribute('href', '/favicon-failed.svg')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(icon).toHaveAttribute('href', '/favicon.svg')
})

test.describe('a page whose file is gone from the server', () => {
  test.use({ expectedConsole: [/dynamically imported module/] })
  const settingsFile = '**/assets/settings-page-*.js'
  const gone = { status: 404, contentType: 'text/plain', body: 'Not found' }

  test('after an upgrade is opened all the same: the app starts anew, once, where one wanted to go', async ({
    page,
    sandbox,
  }) => {
    await signIn(page, sandbox.key)
    await page.route(settingsFile, (route) => route.fulfill(gone), { times: 1 })
    await page.route('**/', async (route) => {
      const response = await route.fetch()
      await route.fulfill({
        response,
        body: (await response.text()).replaceAll('/assets/index-', '/assets/newer-'),
      })
    })
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await expect(page).toHaveURL(/\/settings$/)
  })

  test('without an upgrade says so, and the other pages go on working', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key)
    await page.route(settingsFile, (route) => route.fulfill(gone))
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByRole('alert')).toContainText('This page could not be loaded.')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Costs' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Costs' })).toBeVisible()
    await page.getByRole('link', { name: 'Settings' }).click()
    // Only then may the file be there again: the page asks for it by itself once more.
    await expect(page.getByRole('alert')).toContainText('This page could not be loaded.')
    await page.unroute(settingsFile)
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  })

  test('a tool that cannot be fetched leaves the page as it is, and says so', async ({ page, sandbox }) => {
    await page.route('**/assets/palette-*.js', (route) => route.fulfill(gone))
    await signIn(page, sandbox.key)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByText('That could not be opened.', { exact: true })).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  })
})

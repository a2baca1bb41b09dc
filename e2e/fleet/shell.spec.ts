import { expect, expectAccessible, region, rowOf, signIn, test, tryAgain } from '../support/fixtures.ts'

test('pages without an answer say what to do, and go on by themselves', async ({ page, sandbox }) => {
  await page.clock.install()
  await signIn(page, sandbox.key)

  await test.step('a first load that fails says what to do, and goes on by itself', async () => {
    await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'html', status: 502, times: 3 }])
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('could not be loaded')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  })

  await test.step('so do the costs, and the focus stays where one tries again', async () => {
    await page.getByRole('link', { name: 'Costs' }).click()
    await expect(region(page, 'Cost now')).toContainText('$9.379')
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

  test('without an upgrade says so, and the other pages go on working, without a tool that is gone too', async ({
    page,
    sandbox,
  }) => {
    await page.route('**/assets/palette-*.js', (route) => route.fulfill(gone))
    await signIn(page, sandbox.key)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()

    await test.step('a tool that cannot be fetched leaves the page as it is, and says so', async () => {
      await page.keyboard.press('Control+k')
      await expect(page.getByText('That could not be opened.', { exact: true })).toBeVisible()
      await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    })

    await test.step('without an upgrade says so, and the other pages go on working', async () => {
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
  })
})

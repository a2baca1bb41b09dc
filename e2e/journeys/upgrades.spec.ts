import type { Page } from '@playwright/test'

import { expect, signIn, test } from '../support/fixtures.ts'

// What the browser says of a file that did not come, and React of the part that needed it.
test.use({ expectedConsole: [/dynamically imported module/] })

const fileOf = (chunk: string) => `**/assets/${chunk}-*.js`
const block = (page: Page, chunk: string) => page.route(fileOf(chunk), (route) => route.abort())
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The index page alone: a list of the API ends with a slash too, and may still be on its way when a test ends. */
const isIndex = ({ pathname }: URL) => pathname === '/'

test('an upgrade sends the app nowhere for long, and takes nothing away', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await test.step('two servers of different versions do not send the app back and forth', async () => {
    let version = 0
    let starts = 0
    page.on('request', (request) => {
      if (request.isNavigationRequest()) starts += 1
    })
    await block(page, 'settings-page')
    // Asked what version it has, the server always names another; started, it runs the one there is.
    await page.route(isIndex, async (route) => {
      const response = await route.fetch()
      version = 1 - version
      const body = (await response.text()).replaceAll('/assets/index-', `/assets/other-${version}-`)
      await route.fulfill({ response, body })
    })
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByRole('alert')).toContainText('This page could not be loaded.')
    // At most a start for each of the two versions.
    expect(starts).toBeGreaterThan(0)
    expect(starts).toBeLessThanOrEqual(2)
    await page.unroute(fileOf('settings-page'))
    await button(page, 'Try again').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  })

  await test.step('an upgrade does not take away what was typed', async () => {
    await page.unroute(isIndex)
    await page.getByRole('link', { name: 'Instances' }).first().click()
    await page.getByRole('link', { name: 'Create instance' }).first().click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('typed-by-hand')
    await block(page, 'costs-page')
    await page.route(isIndex, async (route) => {
      const response = await route.fetch()
      await route.fulfill({
        response,
        body: (await response.text()).replaceAll('/assets/index-', '/assets/newer-'),
      })
    })
    await page.getByRole('link', { name: 'Costs' }).click()
    await expect(page.getByRole('alert')).toContainText('This page could not be loaded.')
    await page.goBack()
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('typed-by-hand')
  })
})

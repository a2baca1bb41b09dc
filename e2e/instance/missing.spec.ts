import { randomUUID } from 'node:crypto'

import type { Page } from '@playwright/test'

import { rowsOf } from '../support/database.ts'
import {
  expect,
  expectAccessible,
  keepReading,
  region,
  rowOf,
  signIn,
  test,
  tryAgain,
} from '../support/fixtures.ts'
import { expectState } from './support.ts'

/** What this browser has noted of names, as text. */
const notedNames = async (page: Page) => JSON.stringify(await rowsOf(page, 'names'))

test('a name without an instance says what is known of it: nothing, when it was last seen, or its new name', async ({
  page,
  sandbox,
}) => {
  await test.step('a name that never was: says so, and leads back to the fleet', async () => {
    await signIn(page, sandbox.key, '/instances/never-was')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instance not found')
    await expect(page.getByRole('main')).toContainText('There is no instance never-was')
    await expect(page.getByRole('main')).toContainText('never seen it')
    await page.getByRole('link', { name: 'All instances' }).click()
    await expect(page).toHaveURL('/instances')
  })

  await test.step('an instance that is deleted elsewhere: the page says when it was last seen', async () => {
    await rowOf(page, 'ab').getByRole('link', { name: 'ab', exact: true }).click()
    await expectState(page, 'exited')
    await sandbox.api('delete', '/instance/ab/')
    await keepReading(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instance not found')
    await expect(page.getByRole('main')).toContainText('This browser last saw ab')
  })

  await test.step('a renamed instance is found again under its old name', async () => {
    await page.getByRole('link', { name: 'All instances' }).click()
    await rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true }).click()
    await expectState(page, 'running')
    await expect.poll(() => notedNames(page)).toContain('"rna-atlas"')
    await sandbox.api('patch', '/instance/rna-atlas/', { name: 'rna-atlas-2' })
    await page.getByRole('link', { name: 'Instances', exact: true }).first().click()
    await expect(page.getByRole('link', { name: 'rna-atlas-2', exact: true })).toBeVisible()
    await expect.poll(() => notedNames(page)).toContain('"rna-atlas-2"')
    await page.goto('/instances/rna-atlas')
    await expect(page.getByRole('main')).toContainText('rna-atlas was renamed')
    await page.getByRole('link', { name: 'Open rna-atlas-2' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rna-atlas-2')
  })
})

test('an instance that cannot be read is shown as it was, or where it is of another account, offered with that', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await expectState(page, 'running')

  await test.step('a broken connection keeps what was known, and says how old it is', async () => {
    await sandbox.faults([{ method: 'GET', path: '/api/instance/*', effect: 'drop' }])
    await keepReading(page)
    const line = page.getByRole('button', { name: 'Try now' }).first()
    await expect(line).toBeVisible()
    await expect(line).toHaveAccessibleDescription(/The service could not be reached\. Showing data from/)
    await expect(region(page, 'Cost')).toContainText('$0.61')
    await sandbox.faults([])
  })

  await test.step('an instance that another key kept here knows: the page offers to switch, and stays where it is', async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: / key ····/ })
      .click()
    await page.getByRole('menuitem', { name: 'Add another API key…' }).click()
    await page.getByLabel('API key', { exact: true }).fill(`sandbox-empty-${randomUUID()}`)
    await page.getByLabel('Name').fill('Lab')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('link', { name: 'Create instance' }).first()).toBeVisible()

    await page.goto('/instances/rna-atlas')
    await expect(page.getByRole('main')).toContainText('The account My account (key ····')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Switch to My account' }).click()
    await expectState(page, 'running')
    await expect(page).toHaveURL('/instances/rna-atlas')
  })
})

// How each failure is told is in src/api/http.test.ts.
test('the first reading fails: an alert that says so, and another try', async ({ page, sandbox }) => {
  await page.clock.install()
  await signIn(page, sandbox.key, '/settings')
  await sandbox.faults([{ method: 'GET', path: '/api/instance/*', status: 503 }])
  await page.goto('/instances/rna-atlas')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This instance could not be loaded.')
  await tryAgain(page)
  await expect(alert).toContainText('not available right now')
  await expect(alert).toContainText('Nothing was changed')
  await expectAccessible(page)
  await sandbox.faults([])
  await expectState(page, 'running')
  await expect(alert).toBeHidden()
})

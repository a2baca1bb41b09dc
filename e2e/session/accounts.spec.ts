import type { Page } from '@playwright/test'

import {
  expect,
  expectAccessible,
  rowOf,
  signIn,
  signInByHand,
  signInWith,
  test,
} from '../support/fixtures.ts'
import { accountButton, addKey, newKey, signInStored, switchTo } from './accounts.ts'

/** A moment that the test brings about. */
const moment = () => {
  let come: () => void = () => undefined
  const wait = new Promise<void>((resolve) => {
    come = resolve
  })
  return { come: () => come(), wait }
}

/** Opens the form for another key, from the account menu. */
const openAddKey = async (page: Page) => {
  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Add another API key…' }).click()
  await expect(page.getByRole('heading', { name: 'Add an API key' })).toBeVisible()
}

test('a wrong key, the same key and a second key are added beside the first, and one click switches between them', async ({
  page,
  sandbox,
}) => {
  await signInByHand(page, sandbox.key, '/costs')

  await test.step('a wrong key for a second account asks nothing of the first, and the way back leads to where one was', async () => {
    await openAddKey(page)
    await page.getByLabel('API key', { exact: true }).fill('not-a-key-of-anyone')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText('was not accepted')
    await page.getByRole('link', { name: 'Back to My account' }).click()
    await expect(page).toHaveURL(/\/costs$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Costs' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('a key that is added twice is the same account', async () => {
    await openAddKey(page)
    await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
    await page.getByLabel('Name').fill('My account')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('Another key is called My account already.')).toBeVisible()
    await page.getByLabel('Name').fill('')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('That key was here already, as My account.', { exact: true })).toBeVisible()
    await accountButton(page, 'My account').click()
    await expect(page.getByRole('menuitemradio')).toHaveCount(1)
    await expect(page.getByRole('menuitemradio', { name: 'My account' })).toBeChecked()
    await page.keyboard.press('Escape')
  })

  await test.step('a second key is added without leaving the first, and one click switches between them', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await addKey(page, newKey('empty'), 'Lab')
    await expect(page).toHaveURL(/\/instances$/)
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    await switchTo(page, 'Lab', 'My account')
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.reload()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search pages, instances and actions' }).fill('switch to lab')
    await page.keyboard.press('Enter')
    await expect(accountButton(page, 'Lab')).toBeVisible()
  })
})

test('what is of one account is not shown under another: an answer on its way, a page, a typed form', async ({
  page,
  sandbox,
}) => {
  const lab = newKey('empty')
  await signInWith(page, [
    { key: sandbox.key, name: 'My account' },
    { key: lab, name: 'Lab' },
  ])
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()

  await test.step('an answer on its way for one account is never shown under another, nor is one account’s key sent for another', async () => {
    const held = moment()
    const asked = moment()
    await page.route('**/api/instance/', async (route) => {
      if (route.request().headers()['authorization'] !== `Bearer ${sandbox.key}`) return route.continue()
      asked.come()
      await held.wait
      return route.continue().catch(() => undefined)
    })
    await asked.wait
    // The list of the account that was shown is on its way, so from here on every list that is asked for is the other's.
    const listKeys = new Set<string | undefined>()
    const laterKeys = new Set<string | undefined>()
    let isSwitched = false
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      const key = request.headers()['authorization']
      if (pathname === '/api/instance/') listKeys.add(key)
      if (isSwitched && pathname.startsWith('/api/')) laterKeys.add(key)
    })
    await switchTo(page, 'My account', 'Lab')
    isSwitched = true
    held.come()
    const next = page.waitForResponse('**/api/instance/')
    await page.getByRole('link', { name: 'Costs' }).click()
    await page.getByRole('link', { name: 'Instances' }).click()
    await next
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    expect([...listKeys]).toEqual([`Bearer ${lab}`])
    expect([...laterKeys].filter((key) => key !== `Bearer ${lab}`)).toEqual([])
    await page.unroute('**/api/instance/')
  })

  await test.step('a typed form waits for its own account, and is not shown under another', async () => {
    await switchTo(page, 'Lab', 'My account')
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.getByRole('link', { name: 'Create instance' }).first().click()
    const name = page.getByRole('textbox', { name: 'Name', exact: true })
    await name.fill('only-mine')
    await switchTo(page, 'My account', 'Lab')
    await expect(name).not.toHaveValue('only-mine')
    await switchTo(page, 'Lab', 'My account')
    await expect(name).toHaveValue('only-mine')
  })

  await test.step('the page of an instance gives way to the fleet, every other page stays', async () => {
    const main = page.getByRole('navigation', { name: 'Main' })
    await main.getByRole('link', { name: 'Costs' }).click()
    await expect(page).toHaveURL(/\/costs$/)
    await addKey(page, newKey('lab'), 'Twin')
    await expect(page).toHaveURL(/\/costs$/)
    await main.getByRole('link', { name: 'Instances' }).click()
    await rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'rna-atlas' })).toBeVisible()
    await switchTo(page, 'Twin', 'My account')
    await expect(page).toHaveURL(/\/instances$/)
  })
})

test('two tabs show two accounts, and a new tab starts with the one used last', async ({
  page,
  context,
  sandbox,
}) => {
  await signInStored(page, sandbox.key)
  const other = await context.newPage()
  await other.goto('/instances')
  await expect(rowOf(other, 'rna-atlas')).toBeVisible()
  await addKey(other, newKey('empty'), 'Lab', { keep: true })
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(accountButton(page, 'My account')).toBeVisible()
  await page.reload()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await other.reload()
  await expect(accountButton(other, 'Lab')).toBeVisible()

  const third = await context.newPage()
  await third.goto('/instances')
  await expect(accountButton(third, 'Lab')).toBeVisible()
})

test('a new key of an account that is here can take the place of the old one', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  // The account has a second key.
  const rotated = newKey('lab')
  await page.route('**/api/**', (route) => {
    const headers = route.request().headers()
    return headers['authorization'] === `Bearer ${rotated}`
      ? route.continue({ headers: { ...headers, authorization: `Bearer ${sandbox.key}` } })
      : route.continue()
  })
  await openAddKey(page)
  await page.getByLabel('API key', { exact: true }).fill(rotated)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const question = page.getByRole('region', { name: 'These are the instances of My account' })
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Replace its key' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(accountButton(page, 'My account')).toContainText(rotated.slice(-4))
  await accountButton(page, 'My account').click()
  await expect(page.getByRole('menuitemradio')).toHaveCount(1)
  await page.keyboard.press('Escape')

  // Signed out, the account is remembered, whatever its key is next.
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

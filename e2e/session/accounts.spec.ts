import { randomUUID } from 'node:crypto'

import type { BrowserContext, Page } from '@playwright/test'

import { expect, expectAccessible, rowOf, Sandbox, signInByHand, test } from '../support/fixtures.ts'

/** A moment that the test brings about. */
const moment = () => {
  let come: () => void = () => undefined
  const wait = new Promise<void>((resolve) => {
    come = resolve
  })
  return { come: () => come(), wait }
}

const newKey = (scenario: string) => `sandbox-${scenario}-${randomUUID()}`
const accountButton = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('button', { name: new RegExp(`^${name} key`) })

/** Adds a key beside the one in use, from the account menu, as a person does. */
const addKey = async (page: Page, key: string, name: string, { keep = false } = {}) => {
  await page
    .getByRole('banner')
    .getByRole('button', { name: / key ····/ })
    .click()
  await page.getByRole('menuitem', { name: 'Add another API key…' }).click()
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Keep me signed in on this device').setChecked(keep)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(accountButton(page, name)).toBeVisible()
}

const switchTo = async (page: Page, from: string, to: string) => {
  await accountButton(page, from).click()
  await page.getByRole('menuitemradio', { name: to, exact: true }).click()
  await expect(accountButton(page, to)).toBeVisible()
}

const signInStored = async (page: Page, key: string) => {
  await page.goto('/instances')
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
}

const storedText = (context: BrowserContext) =>
  Promise.all(
    context
      .pages()
      .map((page) =>
        page.evaluate(() => [localStorage, sessionStorage].map((store) => JSON.stringify(store)).join()),
      ),
  )

test('a second key is added without leaving the first, and one click switches between them', async ({
  page,
  sandbox,
}) => {
  await signInByHand(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await accountButton(page, 'My account').click()
  await expect(page.getByRole('menuitemradio', { name: 'My account' })).toBeChecked()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

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

test('an answer on its way for one account is never shown under another, nor is one account’s key sent for another', async ({
  page,
  sandbox,
}) => {
  const lab = newKey('empty')
  await signInByHand(page, sandbox.key)
  await addKey(page, lab, 'Lab')
  await switchTo(page, 'Lab', 'My account')
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()

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
})

test('the page of an instance gives way to the fleet, every other page stays', async ({ page, sandbox }) => {
  await signInByHand(page, sandbox.key, '/costs')
  await addKey(page, newKey('lab'), 'Lab')
  await expect(page).toHaveURL(/\/costs$/)
  await page.goto('/instances/rna-atlas')
  await switchTo(page, 'Lab', 'My account')
  await expect(page).toHaveURL(/\/instances$/)
})

test('a typed form waits for its own account, and is not shown under another', async ({ page, sandbox }) => {
  await signInByHand(page, sandbox.key, '/instances/new')
  await addKey(page, newKey('lab'), 'Lab')
  await switchTo(page, 'Lab', 'My account')
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('only-mine')
  await switchTo(page, 'My account', 'Lab')
  await expect(name).not.toHaveValue('only-mine')
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

test('signing out forgets one key in every tab; the others wait to be chosen', async ({
  page,
  context,
  sandbox,
}) => {
  const lab = newKey('empty')
  await signInStored(page, sandbox.key)
  await addKey(page, lab, 'Lab', { keep: true })
  const other = await context.newPage()
  await other.goto('/instances')
  await expect(accountButton(other, 'Lab')).toBeVisible()
  const third = await context.newPage()
  await third.goto('/costs')
  await switchTo(third, 'Lab', 'My account')

  await page.getByRole('button', { name: 'Sign out' }).click()
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
    await expect(tab.getByRole('heading', { name: 'Go on with a key that is still here' })).toBeVisible()
  }
  await expectAccessible(page)
  await expect(accountButton(third, 'My account')).toBeVisible()
  for (const text of await storedText(context)) expect(text).not.toContain(lab)

  await page.getByRole('button', { name: /^My account/ }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

test('a key that is added twice is the same account', async ({ page, sandbox }) => {
  await signInByHand(page, sandbox.key)
  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Add another API key…' }).click()
  await expect(page.getByRole('heading', { name: 'Add an API key' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByLabel('Name').fill('My account')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Another key is called My account already.')).toBeVisible()
  await page.getByLabel('Name').fill('')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('That key was here already, as My account.', { exact: true })).toBeVisible()
  await accountButton(page, 'My account').click()
  await expect(page.getByRole('menuitemradio')).toHaveCount(1)
})

test('a wrong key for a second account asks nothing of the first, and the way back leads to where one was', async ({
  page,
  sandbox,
}) => {
  await signInByHand(page, sandbox.key, '/costs')
  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Add another API key…' }).click()
  await page.getByLabel('API key', { exact: true }).fill('not-a-key-of-anyone')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('was not accepted')
  await page.getByRole('link', { name: 'Back to My account' }).click()
  await expect(page).toHaveURL(/\/costs$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Costs' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a refused key is asked for by the name of its account, and the key of another is not taken for it', async ({
  page,
  sandbox,
}) => {
  const lab = newKey('lab')
  await signInByHand(page, sandbox.key)
  await addKey(page, lab, 'Lab')
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await new Sandbox(page.request, lab).faults([
    { method: 'GET', path: '/api/instance/', status: 401, body: { detail: 'Invalid token.' } },
  ])
  const dialog = page.getByRole('dialog', { name: 'API key needed' })
  await expect(dialog).toContainText('no longer accepts the key of Lab', { timeout: 20_000 })
  await dialog.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await dialog.getByRole('button', { name: 'Use this key' }).click()
  await expect(dialog.getByRole('alert')).toContainText('That is the key of My account.')
  await page.keyboard.press('Escape')
  await switchTo(page, 'Lab', 'My account')
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(dialog).toHaveCount(0)
})

test('who was signed in before there could be several keys still is', async ({ page, sandbox }) => {
  await page.addInitScript((key) => {
    localStorage.setItem('hatteras:connection', JSON.stringify({ id: 'c-1', name: 'My account', key }))
  }, sandbox.key)
  await page.goto('/instances/rna-atlas')
  await expect(page.getByRole('heading', { level: 1, name: 'rna-atlas' })).toBeVisible()
})

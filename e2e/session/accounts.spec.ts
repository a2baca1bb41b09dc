import { randomUUID } from 'node:crypto'

import type { BrowserContext, Page } from '@playwright/test'
import * as z from 'zod/mini'

import { accountOf } from '../activity/record.ts'
import { rowsOf } from '../support/database.ts'
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

test('a key is used with the service it was entered for, and one of which none is known only after a question', async ({
  page,
  sandbox,
}) => {
  const sent: (string | undefined)[] = []
  page.on('request', (request) => sent.push(request.headers()['authorization']))
  await page.addInitScript((key) => {
    const other = {
      id: 'c-2',
      name: 'Elsewhere',
      key: 'key-of-another-service',
      service: 'https://other.example',
    }
    localStorage.setItem('hatteras:connections', JSON.stringify([other]))
    if (sessionStorage.getItem('planted') !== null) return
    sessionStorage.setItem('planted', '')
    localStorage.setItem('hatteras:connection', JSON.stringify({ id: 'c-1', name: 'My account', key }))
    localStorage.setItem('hatteras:current', JSON.stringify('c-2'))
    sessionStorage.setItem('hatteras:current', JSON.stringify('c-2'))
  }, sandbox.key)
  await page.goto('/instances/rna-atlas')
  await expect(page.getByText('1 key here belongs to other.example.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Elsewhere' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Is this a key of the sandbox?' })).toBeVisible()
  expect(sent.filter((header) => header !== undefined)).toEqual([])
  await expectAccessible(page)

  await page.getByRole('button', { name: /^My account/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'rna-atlas' })).toBeVisible()
  expect(sent).not.toContain('Bearer key-of-another-service')
})

test('another account’s key is not taken for the refused one: nothing is touched before the answer', async ({
  page,
  sandbox,
}) => {
  const lab = newKey('empty')
  await signInByHand(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await sandbox.faults([
    { method: 'GET', path: '/api/instance/', status: 401, body: { detail: 'Invalid token.' } },
  ])
  const dialog = page.getByRole('dialog', { name: 'API key needed' })
  await dialog.getByLabel('API key', { exact: true }).fill(lab, { timeout: 20_000 })
  await dialog.getByRole('button', { name: 'Use this key' }).click()
  const question = page.getByRole('dialog', { name: 'This key shows other instances than My account' })
  await expect(question).toContainText('It shows none at all, and My account had some.')
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByLabel('API key', { exact: true })).toHaveValue(lab)
  await expect(page.getByText('rna-atlas').first()).toBeVisible()

  await dialog.getByRole('button', { name: 'Use this key' }).click()
  await question.getByRole('button', { name: 'Use it as an account of its own' }).click()
  await expect(accountButton(page, 'Account 2')).toBeVisible()
  await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
  await sandbox.faults([])
  await switchTo(page, 'Account 2', 'My account')
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Gone')
})

test('a new key of an account that is here can take the place of the old one', async ({ page, sandbox }) => {
  await signInByHand(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  // The account has a second key.
  const rotated = newKey('lab')
  await page.route('**/api/**', (route) => {
    const headers = route.request().headers()
    return headers['authorization'] === `Bearer ${rotated}`
      ? route.continue({ headers: { ...headers, authorization: `Bearer ${sandbox.key}` } })
      : route.continue()
  })
  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Add another API key…' }).click()
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

/** All that this browser stores, and what stands in the heap of the page, as one text. */
const memoryOf = async (page: Page): Promise<string> => {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await devtools.detach()
  return chunks.join('')
}

test('signing out takes lists and passwords out of memory at once', async ({ page, sandbox }) => {
  await signInByHand(page, sandbox.key)
  await rowOf(page, 'gateway').getByRole('link', { name: 'gateway', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
  const machine: unknown = await sandbox.api('get', '/instance/gateway/')
  const { original_ccloud_password: password } = z.parse(
    z.object({ original_ccloud_password: z.string() }),
    machine,
  )
  expect((await memoryOf(page)).includes(password)).toBe(true)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  await expect.poll(async () => (await memoryOf(page)).includes(password)).toBe(false)
})

test('signing out of all accounts, or forgetting one, leaves nothing of it', async ({ page, sandbox }) => {
  const lab = newKey('empty')
  await signInByHand(page, sandbox.key, '/instances/new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('half-done')
  await page.getByRole('link', { name: 'Instances' }).first().click()
  const rows = () => rowsOf(page, 'names')
  await expect.poll(async () => (await rows()).length).toBeGreaterThan(10)
  await addKey(page, lab, 'Lab', { keep: true })
  await switchTo(page, 'Lab', 'My account')
  const other = await page.context().newPage()
  const away = await page.context().newPage()
  for (const tab of [other, away]) {
    await tab.goto('/instances/new')
    await tab.getByRole('textbox', { name: 'Name', exact: true }).fill('half-done')
  }
  await away.goto('about:blank')

  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Sign out and forget…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Sign out and forget' })
  await expect(dialog).toContainText('names, activity, usage readings')
  const id = await accountOf(page)
  await dialog.getByRole('button', { name: 'Sign out and forget' }).click()
  await expect(page.getByRole('button', { name: /^Lab/ })).toBeVisible()
  await expect
    .poll(async () => {
      const stores = await Promise.all(
        ['samples', 'names', 'activity', 'ledger'].map((store) => rowsOf(page, store)),
      )
      return stores.flat().filter((row) => row['connection'] === id)
    })
    .toEqual([])
  await away.goBack()
  for (const tab of [other, away])
    await expect(tab.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  await expect.poll(async () => (await storedText(page.context())).join()).not.toContain('half-done')
  const kept = (await storedText(page.context())).join()
  expect(kept).not.toContain(`:${id}`)
  expect(kept).toContain(lab)
  await other.close()
  await away.close()

  await page.getByRole('button', { name: /^Lab/ }).click()
  await addKey(page, newKey('empty'), 'Third')
  await accountButton(page, 'Third').click()
  await page.getByRole('menuitem', { name: 'Sign out of all accounts' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Go on with a key that is still here' })).toHaveCount(0)
  expect((await storedText(page.context())).join()).not.toContain(lab)
})

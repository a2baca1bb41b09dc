import type { Page } from '@playwright/test'
import * as z from 'zod/mini'

import { accountOf } from '../activity/record.ts'
import { openCreate } from '../create/create-form.ts'
import { rowsOf } from '../support/database.ts'
import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'
import { accountButton, addKey, newKey, signInStored, storedText, switchTo } from './accounts.ts'

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
  await signIn(page, sandbox.key)
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
  // To look once takes seconds, and what React lets go of later is there the first time.
  await expect.poll(async () => (await memoryOf(page)).includes(password), { timeout: 90_000 }).toBe(false)
})

test('signing out takes the secrets of a form that was not sent out of memory', async ({ page, sandbox }) => {
  const { field } = await openCreate(page, sandbox)
  await field('Anthropic API key').fill('typed-and-not-sent')
  expect((await memoryOf(page)).includes('typed-and-not-sent')).toBe(true)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  await expect
    .poll(async () => (await memoryOf(page)).includes('typed-and-not-sent'), { timeout: 90_000 })
    .toBe(false)
})

/** Signs out of the account in use, and forgets it. */
const forget = async (page: Page, name = 'My account') => {
  await accountButton(page, name).click()
  await page.getByRole('menuitem', { name: 'Sign out and forget…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Sign out and forget' })
  await dialog.getByRole('button', { name: 'Sign out and forget' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
}

test('signed in again at once with an account that was forgotten, one begins anew and loses nothing of that', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signInStored(page, sandbox.key)
  await expect.poll(async () => (await rowsOf(page, 'names')).length).toBeGreaterThan(10)
  await forget(page)
  expect(await rowsOf(page, 'names')).toEqual([])
  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.getByRole('link', { name: 'Create instance' }).first().click()
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('begun-anew')
  await page.clock.fastForward('00:05')
  await expect.poll(async () => (await rowsOf(page, 'names')).length).toBeGreaterThan(10)
  await expect.poll(async () => (await rowsOf(page, 'ledger')).length).toBeGreaterThan(10)
  await page.reload()
  await expect(name).toHaveValue('begun-anew')
})

test('signing out of all accounts, or forgetting one, leaves nothing of it', async ({ page, sandbox }) => {
  const lab = newKey('empty')
  await signIn(page, sandbox.key, '/instances/new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('half-done')
  await page.getByRole('link', { name: 'Instances' }).first().click()
  const rows = () => rowsOf(page, 'names')
  await expect.poll(async () => (await rows()).length).toBeGreaterThan(10)
  await addKey(page, lab, 'Lab', { keep: true })
  await switchTo(page, 'Lab', 'My account')
  const other = await page.context().newPage()
  const away = await page.context().newPage()
  const named = await page.context().newPage()
  await named.goto('/instances/gateway')
  await expect(named.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
  const adding = await page.context().newPage()
  await adding.goto('/instances/gateway')
  await accountButton(adding, 'My account').click()
  await adding.getByRole('menuitem', { name: 'Add another API key…' }).click()
  await expect(adding).toHaveURL(/to=%2Finstances%2Fgateway/)
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
  for (const tab of [page, named, adding]) {
    await expect(tab.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
    await expect(tab).toHaveURL(/\/sign-in$/)
    await expect(tab.getByRole('main')).not.toContainText('gateway')
  }
  await expect.poll(async () => (await storedText(page.context())).join()).not.toContain('half-done')
  const kept = (await storedText(page.context())).join()
  expect(kept).not.toContain(`:${id}`)
  expect(kept).toContain(lab)
  for (const tab of [other, away, named, adding]) await tab.close()

  await page.getByRole('button', { name: /^Lab/ }).click()
  await addKey(page, newKey('empty'), 'Third')
  await accountButton(page, 'Third').click()
  await page.getByRole('menuitem', { name: 'Sign out of all accounts' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Go on with a key that is still here' })).toHaveCount(0)
  expect((await storedText(page.context())).join()).not.toContain(lab)
})

test('forgetting that has begun cannot be called off; where the database does not answer, the rest can be forgotten', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await page.addInitScript(() => {
    const never = () => Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype)
    Object.defineProperty(IDBFactory.prototype, 'open', { value: never })
  })
  await signInStored(page, sandbox.key)
  await page.getByRole('link', { name: 'Create instance' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('half-done')
  const begun = async () => (await storedText(page.context())).join()
  await expect.poll(begun).toContain('half-done')

  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Sign out and forget…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Sign out and forget' })
  await dialog.getByRole('button', { name: 'Sign out and forget' }).click()
  await expect(dialog).toContainText('Deleting. This can no longer be stopped.')
  await page.clock.runFor(200)
  await expect(page.getByRole('status').filter({ hasText: 'can no longer be stopped' })).toBeAttached()
  await expect(dialog.getByRole('button', { name: /^(Close|Cancel)$/ })).toHaveCount(0)
  // Not even for a moment: the second Escape is one that a page cannot prevent.
  await dialog.evaluate((element) =>
    element.addEventListener('toggle', () => element.setAttribute('data-toggled', '')),
  )
  for (const _ of [1, 2, 3]) await page.keyboard.press('Escape')
  await page.mouse.click(5, 5)
  await expect(dialog).toBeVisible()
  await expect(dialog).not.toHaveAttribute('data-toggled')
  await expectAccessible(page)

  await page.clock.runFor('00:11')
  const failure = dialog.getByRole('alert')
  await expect(failure).toContainText('You are still signed in.')
  await expect(failure).toContainText(
    `delete the data of ${new URL(page.url()).host} in the browser’s own settings`,
  )
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(accountButton(page, 'My account')).toBeVisible()

  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Sign out and forget…' }).click()
  await dialog.getByRole('button', { name: 'Sign out and forget' }).click()
  await page.clock.runFor('00:11')
  await failure.getByRole('button', { name: 'Sign out and forget the rest' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  await expect.poll(begun).not.toContain('half-done')
  expect(await begun()).not.toContain(sandbox.key)
})

test('where the database fails at the very end of forgetting, one is told what is gone, and another try does the rest', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    const before: unknown = Reflect.get(IDBDatabase.prototype, 'transaction')
    let last: unknown
    let hasFailed = false
    Reflect.set(IDBDatabase.prototype, 'transaction', function open(this: unknown, ...values: unknown[]) {
      last = typeof before === 'function' ? Reflect.apply(before, this, values) : undefined
      return last
    })
    // The note of it is the last thing before the database is done.
    Storage.prototype.setItem = function setItem(key: string, value: string) {
      Reflect.set(this, key, value)
      if (key !== 'hatteras:forgotten' || hasFailed || !(last instanceof IDBTransaction)) return
      hasFailed = true
      last.abort()
    }
  })
  await signInStored(page, sandbox.key)
  await expect.poll(async () => (await rowsOf(page, 'names')).length).toBeGreaterThan(10)
  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Sign out and forget…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Sign out and forget' })
  const action = dialog.getByRole('button', { name: 'Sign out and forget', exact: true })
  await action.click()
  await expect(dialog.getByRole('alert')).toContainText('The browser deleted only a part of it.')
  await expect(dialog.getByRole('alert')).toContainText('You are still signed in.')
  expect((await rowsOf(page, 'names')).length).toBeGreaterThan(10)
  await action.click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  expect(await rowsOf(page, 'names')).toEqual([])
})

import type { Page } from '@playwright/test'

import { expect, expectAccessible, rowOf, Sandbox, signInWith, test } from '../support/fixtures.ts'
import { accountButton, newKey, switchTo } from './accounts.ts'

/** Plants a kept key of another service, and the fleet that it showed last. */
const plantOther = (page: Page) =>
  page.evaluate(() => {
    const kept: unknown = JSON.parse(localStorage.getItem('hatteras:connections') ?? '[]')
    const other = {
      id: 'c-2',
      name: 'Elsewhere',
      key: 'key-of-another-service',
      service: 'https://o.example',
      since: Date.now(),
    }
    localStorage.setItem(
      'hatteras:connections',
      JSON.stringify([...(Array.isArray(kept) ? kept : []), other]),
    )
    localStorage.setItem('hatteras:last-fleet:c-2', '{}')
  })
const storedOfOther = (page: Page) =>
  page.evaluate(
    () =>
      Object.values(localStorage).join().includes('key-of-another') ||
      'hatteras:last-fleet:c-2' in localStorage,
  )

test('a refused key is asked for, another one is not taken for it, and any can be forgotten', async ({
  page,
  sandbox,
}) => {
  const lab = newKey('lab')
  await signInWith(page, [
    { key: lab, name: 'Lab' },
    { key: sandbox.key, name: 'My account' },
  ])
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  const dialog = page.getByRole('dialog', { name: 'API key needed' })

  await test.step('a refused key is asked for by the name of its account, and the key of another is not taken for it', async () => {
    await new Sandbox(page.request, lab).faults([
      { method: 'GET', path: '/api/instance/', status: 401, body: { detail: 'Invalid token.' } },
    ])
    await expect(dialog).toContainText('no longer accepts the key of Lab')
    await dialog.getByLabel('API key', { exact: true }).fill(sandbox.key)
    await dialog.getByRole('button', { name: 'Use this key' }).click()
    await expect(dialog.getByRole('alert')).toContainText('That is the key of My account.')
    await page.keyboard.press('Escape')
    await switchTo(page, 'Lab', 'My account')
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('another account’s key is not taken for the refused one: nothing is touched before the answer', async () => {
    const empty = newKey('empty')
    await sandbox.faults([
      { method: 'GET', path: '/api/instance/', status: 401, body: { detail: 'Invalid token.' } },
    ])
    await dialog.getByLabel('API key', { exact: true }).fill(empty)
    await dialog.getByRole('button', { name: 'Use this key' }).click()
    const question = page.getByRole('dialog', { name: 'This key shows other instances than My account' })
    await expect(question).toContainText('It shows none at all, and My account had some.')
    await expectAccessible(page)
    const tops = await question
      .locator('button:not([aria-label])')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top))
    expect(new Set(tops).size, 'lines of buttons').toBe(1)
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog.getByLabel('API key', { exact: true })).toHaveValue(empty)
    await expect(page.getByText('rna-atlas').first()).toBeVisible()

    await dialog.getByRole('button', { name: 'Use this key' }).click()
    await question.getByRole('button', { name: 'Use it as an account of its own' }).click()
    await expect(accountButton(page, 'Account 3')).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    await sandbox.faults([])
    await switchTo(page, 'Account 3', 'My account')
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.getByRole('link', { name: 'Activity' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Gone')
  })

  await test.step('a key of another service can be forgotten too: with all of them, or at sign-in', async () => {
    await plantOther(page)
    await accountButton(page, 'My account').click()
    await page.getByRole('menuitem', { name: 'Sign out of all accounts' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
    expect(await storedOfOther(page)).toBe(false)

    await plantOther(page)
    await page.reload()
    await page.getByRole('button', { name: 'Forget it' }).click()
    await expect(page.getByText('1 key here belongs to')).toHaveCount(0)
    await expect(page.getByLabel('API key', { exact: true })).toBeFocused()
    expect(await storedOfOther(page)).toBe(false)
  })
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

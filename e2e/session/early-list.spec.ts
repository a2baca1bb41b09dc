import type { Page, Request } from '@playwright/test'

import { atRest, expect, rowOf, signIn, signInWith, test } from '../support/fixtures.ts'
import { openWithoutApp } from '../support/without-app.ts'
import { newKey } from './accounts.ts'

const isList = (request: Request) =>
  request.method() === 'GET' && new URL(request.url()).pathname === '/api/instance/'

/** Counts the requests for the list from now on. */
const countLists = (page: Page) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (isList(request)) asked.push(request.headers()['authorization'] ?? '')
  })
  return asked
}

const table = (page: Page) => page.getByRole('table', { name: 'Instances' })

test.beforeEach(async ({ sandbox }) => {
  await sandbox.plant([atRest('quiet')])
})

for (const path of ['/instances', '/costs', '/instances/quiet'])
  test(`the list is asked for before the app is there, and once in all: ${path}`, async ({
    page,
    sandbox,
  }) => {
    await signIn(page, sandbox.key)
    await page.goto('about:blank')
    const asked = countLists(page)
    // It is answered once the app waits for it: an answer that had to wait long for the app would be asked for anew.
    let answer: () => void = () => undefined
    const taken = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/api/instance/', async (route) => {
      await taken
      await route.continue()
    })
    const release = await openWithoutApp(page, path)
    await expect.poll(() => asked).toHaveLength(1)
    release()
    await expect
      .poll(() => page.evaluate(() => Reflect.get(globalThis, 'hatterasEarlyList') === undefined))
      .toBe(true)
    answer()
    await expect(page.getByRole('main')).toContainText('quiet')
    expect(asked).toEqual([`Bearer ${sandbox.key}`])
  })

test('without a key, after signing out and at sign-in nothing is asked for', async ({ page, sandbox }) => {
  const asked = countLists(page)
  const open = async (path: string) => {
    const release = await openWithoutApp(page, path)
    release()
    await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  }
  await open('/instances')
  expect(asked).toEqual([])
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'quiet')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  asked.splice(0)
  await open('/instances')
  await open('/sign-in')
  expect(asked).toEqual([])
})

test('a refused key is asked about as ever', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await page.goto('about:blank')
  await sandbox.faults([{ path: '/api/instance/', status: 401, times: 1 }])
  const asked = countLists(page)
  const answered = page.waitForResponse((response) => isList(response.request()))
  const release = await openWithoutApp(page)
  await answered
  release()
  await expect(page.getByRole('dialog').getByLabel('API key', { exact: true })).toBeVisible()
  expect(asked).toHaveLength(1)
})

test('where it failed, the app asks by itself', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await page.goto('about:blank')
  await sandbox.faults([{ path: '/api/instance/', effect: 'drop', times: 1 }])
  const failed = page.waitForEvent('requestfailed', isList)
  const release = await openWithoutApp(page)
  await failed
  release()
  await expect(rowOf(page, 'quiet')).toBeVisible()
})

test('an answer that waited too long is not used', async ({ page, sandbox }) => {
  await page.clock.install()
  await signIn(page, sandbox.key)
  await page.goto('about:blank')
  const asked = countLists(page)
  const answered = page.waitForResponse((response) => isList(response.request()))
  const release = await openWithoutApp(page)
  await answered
  await expect
    .poll(async () => {
      await page.clock.fastForward(6000)
      return page.evaluate(() => typeof Reflect.get(globalThis, 'hatterasEarlyList'))
    })
    .toBe('undefined')
  await sandbox.plant([atRest('newer')])
  release()
  await expect(rowOf(page, 'newer')).toBeVisible()
  expect(asked).toHaveLength(2)
})

test('the list of one account is never taken for that of another', async ({ page, sandbox }) => {
  const lab = newKey('lab')
  await signInWith(page, [
    { key: sandbox.key, name: 'My account' },
    { key: lab, name: 'Lab' },
  ])
  await page.goto('about:blank')
  const asked = countLists(page)
  const answered = page.waitForResponse((response) => isList(response.request()))
  const release = await openWithoutApp(page)
  await answered
  await page.evaluate(() => {
    const keys: unknown = JSON.parse(sessionStorage.getItem('hatteras:connections') ?? '[]')
    const [, other] = Array.isArray(keys) ? keys : []
    sessionStorage.setItem('hatteras:current', JSON.stringify(other.id))
  })
  release()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(table(page)).not.toContainText('quiet')
  expect(asked).toEqual([`Bearer ${sandbox.key}`, `Bearer ${lab}`])
})

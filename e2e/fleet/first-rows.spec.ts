import type { Page } from '@playwright/test'

import { atRest, expect, expectAccessible, rowOf, signIn, signInWith, test } from '../support/fixtures.ts'
import { openWithoutApp } from '../support/without-app.ts'
import { accountButton, newKey, switchTo } from '../session/accounts.ts'

const storedNames = (page: Page, place: 'sessionStorage' | 'localStorage' = 'sessionStorage') =>
  page.evaluate(
    (store) => Object.keys(globalThis[store]).filter((name) => name.startsWith('hatteras:last-fleet:')),
    place,
  )

/** Shows the fleet until its first rows are stored, and leaves. */
const seeFleet = async (page: Page, key: string) => {
  await signIn(page, key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect.poll(() => storedNames(page)).toHaveLength(1)
  await page.goto('about:blank')
}

/** What is drawn before the app is there, which nobody can hear or press. */
const drawn = (page: Page) => page.locator('[inert][aria-hidden=true]').first()
const drawnRows = (page: Page) => page.locator('#first-fleet tbody tr')

const measureShift = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(globalThis, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry)
          Object.assign(globalThis, { shift: Number(Reflect.get(globalThis, 'shift')) + Number(entry.value) })
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** Where words stand: their letters, and not what is around them. */
const placeOf = (page: Page, words: string) =>
  page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.textContent !== text) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { x, y, width, height } = range.getBoundingClientRect()
      if (width > 1) return [x, y, width, height].map((length) => Math.round(length))
    }
    return null
  }, words)

for (const { width, height, words } of [
  {
    width: 1440,
    height: 900,
    words: [
      'Hatteras',
      'Costs',
      'My account',
      'Instances',
      'Create instance',
      'rna-atlas',
      '2026-long',
      'RStudio',
      '$0.610',
      '500',
      'vCPU',
    ],
  },
  {
    width: 390,
    height: 844,
    words: ['Hatteras', 'Costs', 'Create instance', 'rna-atlas', '2026-long', 'RStudio', '$0.610'],
  },
])
  test(`the last known rows are there before the app, where its own will be, ${width} px wide`, async ({
    page,
    sandbox,
  }) => {
    await page.setViewportSize({ width, height })
    await seeFleet(page, sandbox.key)
    await measureShift(page)
    const release = await openWithoutApp(page)
    await expect(drawnRows(page).filter({ hasText: 'rna-atlas' })).toBeVisible()
    await expect(page.getByRole('table', { name: 'Instances' })).toHaveCount(0)
    await expect(page.locator('#first-fleet [data-state]')).toHaveCount(0)
    await expect(page.locator('#first-fleet')).toHaveAttribute('translate', 'no')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const before = await Promise.all(words.map((one) => placeOf(page, one)))
    release()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect(page.locator('#first-fleet')).toHaveCount(0)
    await page.waitForLoadState('networkidle')
    const after = await Promise.all(words.map((one) => placeOf(page, one)))
    expect(Object.fromEntries(words.map((one, index) => [one, before[index]]))).toEqual(
      Object.fromEntries(words.map((one, index) => [one, after[index]])),
    )
    expect(await page.evaluate(() => Number(Reflect.get(globalThis, 'shift')))).toBeLessThan(0.01)
  })

test('they stay until the list is there, and go with a failure', async ({ page, sandbox }) => {
  await seeFleet(page, sandbox.key)
  await sandbox.faults([{ path: '/api/instance/', effect: 'hang', times: 1 }])
  await page.goto('/instances')
  await expect(page.getByRole('status', { name: 'Loading instances' })).toBeVisible()
  await expect(drawnRows(page).filter({ hasText: 'rna-atlas' })).toBeVisible()

  await sandbox.faults([{ path: '/api/instance/', status: 500 }])
  await page.goto('/instances')
  await expect(page.getByRole('alert')).toContainText('The instances could not be loaded.')
  await expect(page.locator('#first-fleet')).toHaveCount(0)

  await test.step('a key that is refused from the start is told on every page, with the way to another one', async () => {
    await sandbox.faults([{ method: 'GET', path: '*', status: 401, body: { detail: 'Invalid token.' } }])
    const question = page.getByRole('dialog', { name: 'API key needed' })
    for (const path of [
      '/costs',
      '/webapps',
      '/activity',
      '/settings',
      '/instances/rna-atlas',
      '/instances/new',
      '/instances',
    ]) {
      await page.goto(path)
      await expect(question).toBeVisible()
      // A page asks once more as it comes, and each request that is refused asks for a key.
      await expect(page.getByText('The API key is no longer accepted.')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(question).toHaveCount(0)
      await expect(page.getByRole('alert')).toContainText('The API key is no longer accepted.')
    }
    await expect(page.locator('#first-fleet')).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Enter a key' }).click()
    await expect(question).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Enter a key' })).toBeFocused()
    await sandbox.faults([])
    await page.getByRole('button', { name: 'Enter a key' }).click()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  })
})

test('other pages have the frame alone, and a view of the fleet no rows', async ({ page, sandbox }) => {
  await seeFleet(page, sandbox.key)
  for (const path of ['/costs', '/instances?q=rna']) {
    const release = await openWithoutApp(page, path)
    await expect(drawn(page)).toContainText('My account')
    await expect(drawn(page)).not.toContainText('rna-atlas')
    release()
    await expect(accountButton(page, 'My account')).toBeVisible()
    await page.goto('about:blank')
  }
})

test('with the key alone the frame is drawn, and grey bars for the rows', async ({ page, sandbox }) => {
  // What changes meanwhile would be stored anew.
  await sandbox.plant([atRest('rna-atlas')])
  await signIn(page, sandbox.key, '/settings')
  await expect.poll(() => storedNames(page)).toHaveLength(1)
  await page.evaluate(() => {
    for (const name of Object.keys(sessionStorage))
      if (name.includes('last-fleet')) sessionStorage.removeItem(name)
  })
  await page.goto('about:blank')
  const release = await openWithoutApp(page)
  await expect(drawn(page)).toContainText('My account')
  await expect(page.locator('#first-fleet')).toHaveText('')
  release()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

test('signing out takes the rows along, and the next visit shows nothing of the account', async ({
  page,
  sandbox,
}) => {
  await seeFleet(page, sandbox.key)
  await page.goto('/instances')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  expect(await storedNames(page)).toEqual([])
  const release = await openWithoutApp(page)
  await expect(page.locator('#root')).toBeEmpty()
  release()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  expect(await storedNames(page)).toEqual([])
})

test('the rows of a key of this tab end with the tab, those of a key of this device stay', async ({
  page,
  context,
  sandbox,
}) => {
  await page.goto('/sign-in')
  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect.poll(() => storedNames(page)).toHaveLength(1)
  expect(await storedNames(page, 'localStorage')).toEqual([])

  const next = await context.newPage()
  await page.close()
  await next.goto('/sign-in')
  await expect(next.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  expect(await next.evaluate(() => JSON.stringify(localStorage))).not.toContain('rna-atlas')

  await next.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await next.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
  await next.getByRole('button', { name: 'Sign in' }).click()
  await expect.poll(() => storedNames(next, 'localStorage')).toHaveLength(1)
  expect(await storedNames(next)).toEqual([])
  await next.close()
  const last = await context.newPage()
  const release = await openWithoutApp(last)
  await expect(last.locator('#first-fleet')).toContainText('rna-atlas')
  release()
  await expect(rowOf(last, 'rna-atlas')).toBeVisible()
})

test('the rows of another account are never shown', async ({ page, sandbox }) => {
  await signInWith(page, [
    { key: sandbox.key, name: 'My account' },
    { key: newKey('empty'), name: 'Other' },
  ])
  await expect.poll(() => storedNames(page)).toHaveLength(1)
  await switchTo(page, 'My account', 'Other')
  const release = await openWithoutApp(page)
  await expect(drawn(page)).toContainText('Other')
  await expect(drawn(page)).not.toContainText('rna-atlas')
  release()
  await expect(page.getByRole('link', { name: 'Create instance' }).first()).toBeVisible()
})

const forgetAll = async (page: Page) => {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Forget all…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Forget everything' }).click()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('has forgotten')
}

test('a forgotten account, and forgetting everything, leave none of it', async ({
  page,
  context,
  sandbox,
}) => {
  await sandbox.plant([atRest('rna-atlas')])
  await seeFleet(page, sandbox.key)
  const other = await context.newPage()

  await test.step('also in a tab that is asked for another key', async () => {
    await seeFleet(other, sandbox.key)
    await other.goto('/sign-in?add')
    await expect(other.getByLabel('API key', { exact: true })).toBeVisible()
    await forgetAll(page)
    expect(await storedNames(page)).toEqual([])
    await expect.poll(() => storedNames(other)).toEqual([])
  })

  await test.step('also in a tab that was away, before the app is there', async () => {
    await other.goto('/instances')
    await expect.poll(() => storedNames(other)).toHaveLength(1)
    await other.goto('about:blank')
    await forgetAll(page)
    const release = await openWithoutApp(other)
    await expect(drawn(other)).toContainText('My account')
    await expect(other.locator('#first-fleet')).toHaveText('')
    release()
    await expect(rowOf(other, 'rna-atlas')).toBeVisible()
    await other.close()
  })

  await page.goto('/instances')
  await expect.poll(() => storedNames(page)).toHaveLength(1)
  await accountButton(page, 'My account').click()
  await page.getByRole('menuitem', { name: 'Sign out and forget…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out and forget' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  expect(await storedNames(page)).toEqual([])
})

for (const [what, damage] of [
  ['no JSON', (text: string) => text.slice(1)],
  ['another shape', () => '{"rows":7}'],
  ['a row of another shape', (text: string) => text.replace('"nameStart":"rna-atlas"', '"nameStart":{}')],
  ['too many rows', (text: string) => text.replace(/"rows":\[(.*)\]/, '"rows":[$1,$1]')],
  ['a text too long', (text: string) => text.replace('rna-atlas', 'x'.repeat(1000))],
] as const)
  test(`where what is stored is ${what}, nothing of it is drawn, and the app starts`, async ({
    page,
    sandbox,
  }) => {
    await signIn(page, sandbox.key)
    await expect.poll(() => storedNames(page)).toHaveLength(1)
    const [name = ''] = await storedNames(page)
    const text = await page.evaluate((one) => sessionStorage.getItem(one) ?? '', name)
    await page.goto('about:blank')
    await page.addInitScript(
      ([one, odd]) => {
        if (globalThis.origin !== 'null') sessionStorage.setItem(one, odd)
      },
      [name, damage(text)] as const,
    )
    const release = await openWithoutApp(page)
    await expect(drawn(page)).toContainText('My account')
    await expect(drawn(page)).not.toContainText('protein-folding')
    release()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  })

import { createHash } from 'node:crypto'

import { accountOf } from '../activity/record.ts'
import { expect, expectAccessible, rowOf, signInByHand, test } from '../support/fixtures.ts'

test('at sign-in: what is refused is said, a password manager can help, and nobody is led away or back in', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/sign-in?to=${encodeURIComponent('//evil.example/instances')}`)
  const key = page.getByLabel('API key', { exact: true })
  const alert = page.getByRole('alert')
  const signIn = page.getByRole('button', { name: 'Sign in' })

  await test.step('an empty, a malformed and a wrong key are refused in words, and the field keeps what was typed', async () => {
    await signIn.click()
    await expect(alert).toContainText('Enter an API key')

    await key.fill('two words')
    await signIn.click()
    await expect(alert).toContainText('no spaces')

    await key.fill('not-a-key-of-anyone')
    await signIn.click()
    await expect(alert).toContainText('was not accepted')
    await expect(key).toHaveValue('not-a-key-of-anyone')
  })

  await test.step('a service that cannot be reached is told apart from a wrong key', async () => {
    await page.route('**/api/instance/', (route) => route.abort())
    await key.fill(sandbox.key)
    await signIn.click()
    await expect(alert).toContainText('could not be reached')
    await expect(alert).toContainText('not stored')
    await page.unroute('**/api/instance/')
  })

  await test.step('a password manager may fill in the API key, and finds no key in the document', async () => {
    await expect(key).toHaveAttribute('autocomplete', 'current-password')
    await expect(page.locator('form input[autocomplete=username]')).toHaveValue('My account')
    await page.getByRole('button', { name: 'Show characters' }).click()
    await expect(key).toHaveValue(sandbox.key)
    expect(await page.content()).not.toContain(sandbox.key)
  })

  await test.step('a way back that leads elsewhere is not followed', async () => {
    await key.fill(`Bearer ${sandbox.key}`)
    await signIn.click()
    await expect(page).toHaveURL(/localhost:\d+\/instances$/)
  })

  await test.step('a page that comes back after a sign-out elsewhere is signed out, and asks for nothing', async () => {
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    // What another tab stored while this page was away and heard nothing.
    await page.evaluate(() => {
      localStorage.setItem('hatteras:signed-out', JSON.stringify([{ id: '*', at: Date.now() + 1 }]))
      globalThis.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    await expect(signIn).toBeVisible()
    expect(await page.evaluate(() => sessionStorage.getItem('hatteras:connections'))).toBeNull()
  })
})

test('the sandbox key signs in at once, and the shell says that it is the sandbox', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Use sandbox key' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Instances' })).toBeVisible()
  await expect(page.getByText('Sandbox', { exact: false }).first()).toBeVisible()
  const main = page.getByRole('navigation', { name: 'Main' })
  for (const name of ['Instances', 'Web apps', 'Costs', 'Activity', 'Settings'])
    await expect(main.getByRole('link', { name, exact: true })).toBeVisible()
})

test('signing in leads to the page that was asked for, query and all', async ({ page, sandbox }) => {
  await signInByHand(page, sandbox.key, '/instances?state=running&sort=cost')
  await expect(page).toHaveURL(/\/instances\?state=running&sort=cost$/)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(rowOf(page, 'dev-server')).toHaveCount(0)
})

test('a key is kept on this device only when asked for; a new tab takes it from an open one, and signing out ends both', async ({
  page,
  context,
  sandbox,
}) => {
  const stored = (key: string) =>
    page.evaluate(
      (text) => [localStorage, sessionStorage].map((store) => JSON.stringify(store).includes(text)),
      key,
    )
  await signInByHand(page, sandbox.key)
  expect(await stored(sandbox.key)).toEqual([false, true])
  const other = await context.newPage()
  await other.goto('/instances/rna-atlas?window=15m')
  await expect(other.getByRole('heading', { level: 1, name: 'rna-atlas' })).toBeVisible()
  await expect(other).toHaveURL(/\/instances\/rna-atlas\?window=15m$/)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible()
  const third = await context.newPage()
  await third.goto('/instances')
  await expect(third.getByRole('button', { name: 'Sign in' })).toBeVisible()

  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await other.goto('/instances/rna-atlas')
  await expect(other.getByRole('heading', { level: 1, name: 'rna-atlas' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(await stored(sandbox.key)).toEqual([false, false])
})

test.describe('over plain http', () => {
  // The browser says that it heeds this header over https only.
  test.use({ expectedConsole: [/^The Cross-Origin-Opener-Policy header has been ignored/] })

  test('it says so, and the account is the one that it is over https', async ({ page, baseURL, sandbox }) => {
    await page.route('http://hatteras.example/**', async (route) => {
      const { pathname, search } = new URL(route.request().url())
      await route.fulfill({ response: await route.fetch({ url: `${baseURL}${pathname}${search}` }) })
    })
    await page.goto('http://hatteras.example/sign-in')
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await expect(page.getByRole('alert')).toContainText('This page came over plain http.')
    await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    const id = `c-${createHash('sha256').update(`hatteras ${sandbox.key}`).digest('hex').slice(0, 24)}`
    expect(await accountOf(page)).toBe(id)
    // What is still on its way ends with the page, and not for want of a route.
    await page.goto('about:blank')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})

test('with storage blocked, and no channel between tabs, one can still sign in and work', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    const construct = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    Object.defineProperty(globalThis, 'BroadcastChannel', {
      value: new Proxy(BroadcastChannel, { construct }),
    })
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'] as const)
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
  })
  await signInByHand(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.getByRole('link', { name: 'gateway', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
})

test('a key that is refused in mid-session is asked for over the page, as often as one wants', async ({
  page,
  sandbox,
}) => {
  await signInByHand(page, sandbox.key, '/instances?q=atlas')
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  const refuse = (times?: number) =>
    sandbox.faults([
      {
        method: 'GET',
        path: '/api/instance/',
        status: 401,
        body: { detail: 'Invalid token.' },
        ...(times === undefined ? {} : { times }),
      },
    ])
  const dialog = page.getByRole('dialog', { name: 'API key needed' })

  await test.step('a wrong key is refused there, and the right one leads back to the page', async () => {
    await refuse(1)
    await expect(dialog).toBeVisible()
    await expectAccessible(page)

    await dialog.getByLabel('API key', { exact: true }).fill('still-wrong')
    await dialog.getByRole('button', { name: 'Use this key' }).click()
    await expect(dialog.getByRole('alert')).toContainText('was not accepted')
    await dialog.getByLabel('API key', { exact: true }).fill(sandbox.key)
    await dialog.getByRole('button', { name: 'Use this key' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('searchbox', { name: 'Search instances' })).toHaveValue('atlas')
  })

  await test.step('the question for another key can be put off, and is asked again when one wants', async () => {
    await refuse()
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    const enter = page.getByRole('button', { name: 'Enter a key' })
    await expect(enter).toHaveAccessibleDescription(/The API key is no longer accepted\. Showing data from/)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await enter.click()
    await expect(dialog).toBeVisible()
  })
})

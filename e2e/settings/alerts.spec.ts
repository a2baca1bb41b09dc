import type { Page } from '@playwright/test'
import * as z from 'zod/mini'

import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

const uuidSchema = z.object({ uuid: z.string() })
const shownSchema = z.array(z.object({ title: z.string(), body: z.string() }))

/** Puts a recorder in place of the system's notifications, which answers the browser's question with `permission`. */
const recordNotifications = (page: Page, permission: NotificationPermission) =>
  page.addInitScript((answer) => {
    const shown: { title: string; body: string }[] = []
    const open: EventTarget[] = []
    class Recorder extends EventTarget {
      static permission: NotificationPermission =
        (localStorage.getItem('test-answered') ?? 'default') === 'default' ? 'default' : answer
      static requestPermission = () => {
        localStorage.setItem('test-answered', 'yes')
        Recorder.permission = answer
        return Promise.resolve(answer)
      }
      close = () => undefined
      constructor(title: string, options: NotificationOptions) {
        super()
        shown.push({ title, body: options.body ?? '' })
        open.push(this)
      }
    }
    Object.assign(globalThis, {
      Notification: Recorder,
      shownNotifications: shown,
      clickNotification: () => open.at(-1)?.dispatchEvent(new Event('click')),
    })
  }, permission)

const shown = async (page: Page) => z.parse(shownSchema, await page.evaluate('shownNotifications'))
const titles = async (page: Page) => (await shown(page)).map(({ title }) => title)

const turnOn = async (page: Page) => {
  await page.getByRole('switch', { name: 'Show notifications' }).click()
  await expect.poll(() => titles(page)).toEqual(['Alerts are on'])
}

test('alerts are on once one asks for them, and tell what one could not know, once', async ({
  page,
  sandbox,
}) => {
  await recordNotifications(page, 'granted')
  await signIn(page, sandbox.key, '/settings')

  await test.step('nothing is asked of the browser before one asks for alerts; then what was chosen is told, once', async () => {
    await expect(page.getByRole('switch', { name: 'Stopped' })).toBeDisabled()
    await turnOn(page)
    await expectAccessible(page)
    await page.getByRole('switch', { name: 'Ready' }).uncheck()

    await page.getByRole('link', { name: 'Instances' }).click()
    await expect(rowOf(page, 'gateway')).toBeVisible()
    // By somebody else, at another browser.
    const { uuid } = z.parse(uuidSchema, await sandbox.api('get', '/instance/gateway/'))
    await sandbox.api('post', `/instance/${uuid}/stop/`)
    await sandbox.advance(10)
    await expect.poll(() => titles(page)).toEqual(['Alerts are on', 'gateway has stopped'])
    await sandbox.api('post', `/instance/${uuid}/restart/`)
    await sandbox.advance(10)
    await expect(rowOf(page, 'gateway')).toContainText('Running')
    expect(await titles(page)).toEqual(['Alerts are on', 'gateway has stopped'])

    await page.evaluate('clickNotification()')
    await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
  })

  await test.step('what one does in the tab one looks at is not told', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    await page.getByRole('button', { name: 'Actions for gateway' }).click()
    await page.getByRole('menuitem', { name: 'Stop' }).click()
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: /^Stop/ })
      .click()
    await sandbox.advance(10)
    await expect(rowOf(page, 'gateway')).toContainText('Stopped')
    expect(await titles(page)).toEqual(['Alerts are on', 'gateway has stopped'])
  })

  await test.step('a month that reaches its budget is told of, once', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByLabel('Budget per month').fill('1')
    await page.getByRole('button', { name: 'Save budget' }).click()
    const said = ['Alerts are on', 'gateway has stopped', 'The budget of this month is reached']
    await expect.poll(() => titles(page)).toEqual(said)
    await page.reload()
    await page.getByLabel('Budget per month').fill('2')
    await page.getByRole('button', { name: 'Save budget' }).click()
    await expect(page.getByText('The budget is saved.').first()).toBeVisible()
    expect(await titles(page)).toEqual([])
  })
})

/** Which tab tells; undefined before one does. */
const teller = (page: Page) =>
  page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query()
    return held.find(({ name }) => name?.startsWith('hatteras alerts') === true)?.clientId
  })

test('of two tabs one tells', async ({ page, context, sandbox }) => {
  await recordNotifications(page, 'granted')
  await page.goto('/settings')
  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await turnOn(page)
  await expect.poll(() => teller(page)).toBeDefined()
  const first = await teller(page)
  const other = await context.newPage()
  await recordNotifications(other, 'granted')
  await other.goto('/instances')
  await expect(rowOf(other, 'gateway')).toBeVisible()
  // The tab that was opened last takes it over.
  await expect.poll(() => teller(page)).not.toBe(first)
  await sandbox.api('post', '/instance/gateway/stop/')
  await sandbox.advance(10)
  const told = async () =>
    [...(await titles(page)), ...(await titles(other))].filter((title) => title !== 'Alerts are on')
  await expect.poll(told).toEqual(['gateway has stopped'])
  await page.getByRole('link', { name: 'Instances' }).click()
  for (const tab of [page, other]) await expect(rowOf(tab, 'gateway')).toContainText('Stopped')
  expect(await told()).toEqual(['gateway has stopped'])
})

test('a browser that blocks notifications is said to, and alerts stay off', async ({ page, sandbox }) => {
  await recordNotifications(page, 'denied')
  await signIn(page, sandbox.key, '/settings')
  await page.getByRole('switch', { name: 'Show notifications' }).click()
  await expect(page.getByRole('alert')).toContainText('This browser blocks notifications from Hatteras')
  await expect(page.getByRole('switch', { name: 'Show notifications' })).not.toBeChecked()
  await expectAccessible(page)
})

test('an idle container is told of while nobody looks at it, and only once', async ({ page, sandbox }) => {
  await recordNotifications(page, 'granted')
  await page.clock.install()
  await signIn(page, sandbox.key, '/settings')
  await turnOn(page)
  const idle = async () => (await titles(page)).filter((title) => title === 'llama-tune is idle')
  const { uuid } = z.parse(uuidSchema, await sandbox.api('get', '/instance/llama-tune/'))
  const look = async () => {
    const read = page.waitForResponse(`**/api/instance/${uuid}/stats/`)
    await sandbox.advance(240)
    await page.clock.runFor(240_000)
    await (await read).finished()
  }
  // Eight looks make half an hour, but a slow machine may see an answer late, and that leaves a hole.
  await expect(async () => {
    await look()
    expect(await idle()).toEqual(['llama-tune is idle'])
  }).toPass({ intervals: [0], timeout: 60_000 })
  for (let again = 0; again < 3; again += 1) await look()
  expect(await idle()).toEqual(['llama-tune is idle'])
})

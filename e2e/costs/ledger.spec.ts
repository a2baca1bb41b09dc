import * as z from 'zod/mini'
import { type BrowserContext, type Page } from '@playwright/test'

import { rowsOf } from '../support/database.ts'
import { expect, rowOf, signIn, test } from '../support/fixtures.ts'
import { button, dialog, expectState } from '../instance/support.ts'

const rowsSchema = z.array(
  z.looseObject({
    connection: z.string(),
    kind: z.string(),
    watch: z.optional(z.object({ from: z.number(), to: z.number() })),
    instance: z.optional(
      z.object({
        name: z.string(),
        entries: z.array(z.object({ at: z.number(), after: z.nullable(z.number()), awaited: z.boolean() })),
      }),
    ),
  }),
)

/** What the browser keeps of the ledger. */
const ledgerOf = async (page: Page) => {
  const read = z.parse(rowsSchema, await rowsOf(page, 'ledger'))
  return {
    connection: read[0]?.connection ?? '',
    watches: read.flatMap(({ watch }) => watch ?? []),
    instances: new Map(
      read.flatMap(({ instance }) => (instance === undefined ? [] : [[instance.name, instance.entries]])),
    ),
  }
}

const signInAndStay = async (page: Page, key: string) => {
  await page.goto('/instances')
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
}

const written = (page: Page, watches: number) =>
  expect.poll(async () => (await ledgerOf(page)).watches.length).toBe(watches)

/** Lets the tabs look at the fleet again: one of them asks for all. */
const lookAgain = async (context: BrowserContext) => {
  const answered = context.waitForEvent('response', (response) => response.url().endsWith('/api/instance/'))
  await context.clock.runFor(11_000)
  await answered
}

test('five tabs keep one ledger: one watch, and one entry for each instance that stays as it is', async ({
  page,
  context,
  sandbox,
}) => {
  await context.clock.install()
  await signInAndStay(page, sandbox.key)
  for (const _ of [2, 3, 4, 5]) {
    const tab = await context.newPage()
    await tab.goto('/instances')
    await expect(rowOf(tab, 'rna-atlas')).toBeVisible()
  }
  const openedAt = await page.evaluate(() => Date.now())
  for (let round = 0; round < 8; round += 1) await lookAgain(context)

  await expect
    .poll(async () => {
      const { watches } = await ledgerOf(page)
      return watches.map(({ to }) => to - openedAt > 60_000)
    })
    .toEqual([true])
  const { watches, instances } = await ledgerOf(page)
  // Each tab has a clock of its own here, which began when the tab did.
  const clocks = await Promise.all(context.pages().map((tab) => tab.evaluate(() => Date.now())))
  expect(watches[0]?.to).toBeLessThanOrEqual(Math.max(...clocks))
  for (const name of ['rna-atlas', 'gateway', 'dev-server']) expect(instances.get(name), name).toHaveLength(1)
})

test('the ledger outlives a reload, a closed laptop, and an older version of the app', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signInAndStay(page, sandbox.key)

  await test.step('a reload goes on with the same watch, and a closed laptop begins a new one', async () => {
    await written(page, 1)
    const [before] = (await ledgerOf(page)).watches
    await page.reload()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect
      .poll(async () => (await ledgerOf(page)).watches[0]?.to)
      .toBeGreaterThan(before?.to ?? Infinity)
    await written(page, 1)

    // The laptop was closed, and the service went on.
    await sandbox.advance(8 * 3600)
    await page.clock.fastForward('08:00:00')
    await written(page, 2)
    const { watches, instances } = await ledgerOf(page)
    expect((watches[1]?.from ?? 0) - (watches[0]?.to ?? 0)).toBeGreaterThan(7 * 3_600_000)
    expect(instances.get('rna-atlas')).toHaveLength(1)
  })

  await test.step('what an older version of the app remembered is kept', async () => {
    const { connection } = await ledgerOf(page)
    await page.goto('/api/docs/')
    await page.evaluate(
      (connection) =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('hatteras')
          deleting.addEventListener('error', reject)
          deleting.addEventListener('success', () => {
            const opening = indexedDB.open('hatteras', 1)
            opening.addEventListener('error', reject)
            opening.addEventListener('upgradeneeded', () => {
              const db = opening.result
              db.createObjectStore('samples', { keyPath: ['connection', 'uuid', 'at'] })
              db.createObjectStore('names', { keyPath: ['connection', 'uuid'] })
              const activity = db.createObjectStore('activity', { keyPath: ['connection', 'at', 'id'] })
              const text = 'went from stopped to running'
              activity.add({ connection, id: 'x', at: 1, uuid: null, name: 'old-box', text, kind: 'saw' })
            })
            opening.addEventListener('success', () => {
              opening.result.close()
              resolve()
            })
          })
        }),
      connection,
    )
    await page.goto('/activity')
    await expect(page.getByText('old-box')).toBeVisible()
    await written(page, 1)
  })
})

test('a clock that is off neither stops the ledger nor takes anything away', async ({ page, sandbox }) => {
  await page.clock.install()
  await signInAndStay(page, sandbox.key)
  await written(page, 1)
  const goTo = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()

  for (const [off, days] of [
    ['a year and a half ahead', 500],
    ['two days behind', -2],
  ] as const)
    await test.step(`a clock that is ${off} neither stops the ledger nor takes anything away`, async () => {
      const [right] = (await ledgerOf(page)).watches
      await page.clock.setSystemTime(Date.now() + days * 86_400_000)
      await page.reload()
      await expect(rowOf(page, 'rna-atlas')).toBeVisible()
      // The visit is put down at the time that the service says.
      await expect
        .poll(async () => (await ledgerOf(page)).watches.at(-1)?.to)
        .toBeGreaterThan(right?.to ?? Infinity)
      const { watches, instances } = await ledgerOf(page)
      expect(watches.map(({ from }) => from)).toEqual([right?.from])
      expect(watches[0]?.to).toBeLessThan(Date.now() + 60_000)
      expect(instances.get('rna-atlas')).toHaveLength(1)

      await goTo('Costs')
      await expect(page.getByRole('main')).toContainText(
        new RegExp(`clock is ${Math.abs(days)}\\sd ${days > 0 ? 'ahead of' : 'behind'} the service’s`),
      )
      await goTo('Instances')
    })
})

test('a stop counts from the moment it is accepted, and once', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  const entries = async () => (await ledgerOf(page)).instances.get('rna-atlas')
  await written(page, 1)
  await button(page, 'Stop').click()
  await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
  await expect.poll(async () => (await entries())?.length).toBe(2)
  await sandbox.advance(5)
  await expectState(page, 'exited')
  await expect.poll(async () => (await entries())?.at(-1)?.awaited).toBe(false)
  const [running, stopped] = (await entries()) ?? []
  expect(stopped?.after).toBe(stopped?.at)
  expect(stopped?.at).toBeGreaterThan(running?.at ?? Infinity)
  expect(await entries()).toHaveLength(2)
})

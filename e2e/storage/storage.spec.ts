import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'
import * as z from 'zod/mini'

import { rowsOf } from '../support/database.ts'
import { expect, expectAccessible, region, rowOf, signIn, test } from '../support/fixtures.ts'

const uuidSchema = z.object({ uuid: z.string() })

test('a fleet that is looked at for 35 minutes says what idles, and keeps what it has read', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 1440, height: 1600 })
  await page.clock.install()
  const { uuid } = z.parse(uuidSchema, await sandbox.api('get', '/instance/llama-tune/'))
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'llama-tune')).toBeVisible()
  for (let minute = 0; minute < 36; minute += 2) {
    const read = page.waitForResponse((response) => response.url().includes(`${uuid}/stats/`))
    await page.clock.fastForward('02:00')
    await read
  }
  await expect(page.getByRole('region', { name: 'Attention' })).toContainText('llama-tune runs but is idle.')

  await expect(rowOf(page, 'llama-tune')).toContainText(/idle 3\d.min/)
  await expect(
    rowOf(page, 'llama-tune').getByRole('button', { name: 'Stop llama-tune' }),
  ).not.toHaveAttribute('aria-disabled')

  // From now on only what is stored can be drawn.
  await page.route('**/stats/', (route) => route.abort())
  await page.reload()
  await expect(
    rowOf(page, 'llama-tune').locator('path[fill="none"][stroke-linecap="round"]'),
  ).toHaveAttribute('d', /M/)
  await page.goto('/instances/llama-tune?window=1h')
  const drawn = page.getByRole('table', { name: 'CPU in the last 1 h' }).locator('tbody tr')
  await expect.poll(() => drawn.count()).toBeGreaterThan(10)
})

test('what is stored and cannot be read is set aside: odd, of a later version, or a database that one has taken over', async ({
  page,
  sandbox,
}) => {
  await test.step('one odd row, one of a later version and one absurd amount take nothing else along', async () => {
    await signIn(page, sandbox.key, '/costs')
    await expect.poll(async () => (await rowsOf(page, 'ledger')).length).toBeGreaterThan(10)
    const before = await rowsOf(page, 'ledger')
    const { connection } = before[0] ?? {}
    const dear = before.find(({ kind }) => kind === 'instance')
    const poisoned: unknown = JSON.parse(
      JSON.stringify(dear).replaceAll(/"high":"\d+"/g, `"high":"1${'0'.repeat(320)}"`),
    )
    const later = { connection, kind: 'forecast', id: '1', forecast: { of: 'tomorrow' } }
    await rowsOf(page, 'ledger', [{ connection, kind: 'day', id: '1', day: 'odd' }, later, poisoned])

    await page.reload()
    await expect(region(page, 'This month')).toContainText('$')
    await expect.poll(async () => (await rowsOf(page, 'quarantine')).length).toBe(2)
    const after = await rowsOf(page, 'ledger')
    expect(after).toHaveLength(before.length + 1)
    expect(after).toContainEqual(later)
    expect(JSON.stringify(after)).not.toContain('0'.repeat(320))

    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByRole('region', { name: 'This browser' })).toContainText(
      '2 records that this version cannot read',
    )
  })

  await test.step('a tab whose database a newer version has taken over says so', async () => {
    await expect.poll(async () => (await rowsOf(page, 'names')).length).toBeGreaterThan(10)
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('hatteras', 99)
          opening.addEventListener('error', reject)
          opening.addEventListener('success', () => {
            opening.result.close()
            resolve()
          })
        }),
    )
    await expect(page.getByRole('region', { name: 'This browser' })).toContainText(
      'Another version of Hatteras, in another tab, has taken over',
    )
  })
})

const statesSchema = z.array(z.object({ uuid: z.string(), since: z.number() }))

/** Since when this browser sees an instance stopped. */
const stoppedSince = async (page: Page, uuid: string) => {
  const stored = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('hatteras:states:'))
    return localStorage.getItem(key ?? '') ?? '[]'
  })
  return z.parse(statesSchema, JSON.parse(stored)).find((one) => one.uuid === uuid)?.since
}

test('what is stored is taken along in one file, without keys, and added to what another browser has', async ({
  page,
  browser,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/settings')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.getByLabel('Budget per month').fill('1500')
  await page.getByRole('button', { name: 'Save budget' }).click()
  await expect.poll(async () => (await rowsOf(page, 'names')).length).toBeGreaterThan(10)
  const { uuid } = z.parse(uuidSchema, await sandbox.api('get', '/instance/dev-server/'))
  const since = await stoppedSince(page, uuid)
  expect(since).toBeDefined()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const path = await (await saved).path()
  const text = await readFile(path, 'utf8')
  expect(text).not.toContain(sandbox.key)
  expect(text).not.toContain('connections')
  expect(JSON.parse(text)).toMatchObject({ app: 'hatteras', format: 1, settings: { theme: 'dark' } })

  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, sandbox.key, '/settings')
  const memory = other.getByRole('region', { name: 'This browser' })
  const file = other.getByLabel('File to import')
  await file.setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"app":"sudoku"}'),
  })
  await expect(memory).toContainText('This file was not exported by Hatteras. Nothing was imported.')
  // This browser has seen what is stopped only now.
  await expect.poll(() => stoppedSince(other, uuid)).toBeGreaterThan(since ?? 0)
  const odd = text
    .replace('"ledger":[', '"forecasts":[{"of":"tomorrow"}],"ledger":[')
    .replace(
      '"names":[',
      '"names":[{"connection":"c-other","uuid":"u","name":"far","formerNames":[],"seenAt":1},',
    )
  await file.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(odd) })
  await expect(memory).toContainText(/\d entr(y|ies) imported/)
  await expect(memory).toContainText('1 cannot be read by this version')
  await expect(memory).toContainText('1 of them is of another account')
  expect(await stoppedSince(other, uuid)).toBe(since)
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(other.getByLabel('Budget per month')).toHaveValue('1500')
  await expectAccessible(other)
  await context.close()
})

test('full storage is never announced as saved, and the theme changes all the same', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = function setItem(key: string, value: string) {
      if (this === localStorage) throw new DOMException(`no room for ${key}`, 'QuotaExceededError')
      Reflect.set(this, key, value)
    }
  })
  await signIn(page, sandbox.key, '/costs')
  await page.getByRole('button', { name: 'Set a budget' }).click()
  await page.getByLabel('Budget per month').fill('100')
  await page.getByRole('button', { name: 'Save budget' }).click()
  const toast = page.getByText('The browser did not keep it.').first()
  await expect(toast).toBeVisible()
  await expect(page.getByText('Budget saved in this browser.')).toHaveCount(0)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

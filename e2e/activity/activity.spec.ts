import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, expectAccessible, region, type Sandbox, signIn, test } from '../support/fixtures.ts'
import { importRecord, manyDays } from './record.ts'

/** Signs in on the instance's page and stops it, which takes until the sandbox's clock is moved on. */
const stop = async (page: Page, sandbox: Sandbox) => {
  await sandbox.stopClock(new Date().toISOString())
  await signIn(page, sandbox.key, '/instances/tutorial-marimo')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page
    .getByRole('dialog', { name: 'Stop instance' })
    .getByRole('button', { name: 'Stop instance' })
    .click()
  await expect(page.getByRole('main').locator('[data-state]').first()).toHaveText('Stopping')
}

const openActivity = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
}

const entries = (page: Page) => region(page, 'Today').getByRole('listitem')
const allEntries = (page: Page) => page.getByRole('main').getByRole('listitem')

test('what was done and what came of it is one entry, with time, duration and effect, and leads to the instance', async ({
  page,
  sandbox,
}) => {
  await stop(page, sandbox)
  await openActivity(page)
  const entry = entries(page).filter({ hasText: 'tutorial-marimo' })
  await expect(entry).toContainText('Stopping')
  await sandbox.advance(15)
  await expect(entry).toContainText('Stopped')
  await expect(entry).toHaveCount(1)
  await expect(entry).toContainText('you')
  await expect(entry).toContainText(/−\$0\.\d{3}\s\/ h/)
  await expect(entry.locator('time')).toHaveAttribute('datetime', /T/)
  await expect(region(page, 'Today')).toContainText(/−\$0\.\d{3}\s\/ h net/)
  await page.getByRole('link', { name: 'tutorial-marimo' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'tutorial-marimo' })).toBeVisible()
})

test('what one looks for in a record of many days stands in the address, and can be taken back', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await importRecord(page, manyDays)

  await test.step('what one looks for stands in the address, by words, instance and kind', async () => {
    await page.getByRole('searchbox', { name: 'Search activity' }).fill('stop')
    await page.getByRole('button', { name: 'Instance', exact: true }).click()
    const choices = page.getByRole('dialog', { name: 'Instance' })
    await choices.getByRole('searchbox', { name: 'Find instance' }).fill('rna')
    await choices.getByRole('button', { name: /^rna-atlas/ }).click()
    await expect(page).toHaveURL('/activity?q=stop&instance=uuid-of-rna-atlas')
    await expect(allEntries(page)).toHaveText(/rna-atlas.*Stopped/)
    await page.reload()
    await expect(page.getByRole('searchbox', { name: 'Search activity' })).toHaveValue('stop')
    await expect(page.getByRole('button', { name: 'Instance: rna-atlas' })).toBeVisible()
    await expect(allEntries(page)).toHaveCount(1)
    await expectAccessible(page)

    await page.getByRole('radio', { name: 'Resized' }).check()
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search activity' }).fill('')
    await expect(allEntries(page)).toHaveText(/rna-atlas.*8 → 16\svCPU, 32 → 64\sGiB/)
    await expect(page).toHaveURL('/activity?instance=uuid-of-rna-atlas&what=resized')
    await page.getByRole('button', { name: 'Clear filter Instance' }).click()
    await expect(allEntries(page)).toHaveCount(2)
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(page).toHaveURL('/activity')
  })

  await test.step('links to what was done here, or seen, go on to work, and what they show can be taken back', async () => {
    await page.goto('/activity?kind=saw&q=created')
    const seen = page.getByRole('button', { name: 'seen' })
    await expect(seen).toHaveAttribute('aria-pressed', 'true')
    await expect(allEntries(page)).toHaveText(/variant-calls/)
    await seen.click()
    await expect(page).toHaveURL('/activity?q=created')
    await expect(allEntries(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'done here' }).click()
    await expect(page).toHaveURL('/activity?q=created&kind=did')
    await expect(allEntries(page)).toHaveCount(2)
  })
})

test('a record of many days has a bar for each, tells what takes too long, and can be exported and cleared', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await importRecord(page, manyDays)

  await test.step('what goes on is amber only once it takes longer than it should', async () => {
    const entry = page.getByRole('listitem').filter({ hasText: 'brave-box-979' })
    await expect(entry).toContainText('still starting')
    await expect(entry).toContainText(/1[34]\smin/)
    const inkOf = (text: string) =>
      entry.getByText(text).evaluate((element) => getComputedStyle(element).color)
    expect(await inkOf('still starting')).not.toBe(await inkOf('Created'))
  })

  await test.step('the bar of a day leads to its entries, however far down they are', async () => {
    const days = page.getByRole('group', { name: 'Days' })
    const oldest = days.getByRole('button').first()
    await expect(oldest).toHaveAccessibleName(/, 6 entries$/)
    await oldest.focus()
    await page.keyboard.press('Enter')
    const day = page
      .getByRole('region')
      .filter({ has: page.getByRole('listitem') })
      .last()
    await expect(day.getByRole('heading')).toBeFocused()
    await expect(day.getByRole('heading')).toBeInViewport()
    await expect(day.getByRole('listitem')).toHaveCount(6)
  })

  await test.step('the record can be exported and cleared, and an empty one says what will stand there', async () => {
    await page.getByRole('searchbox', { name: 'Search activity' }).fill('variant')
    await expect(allEntries(page)).toHaveCount(1)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    expect((await download).suggestedFilename()).toBe('hatteras-activity.csv')
    const [head, row, end] = (await readFile(await (await download).path(), 'utf8')).split('\r\n')
    expect(head).toContain('time,kind,name,uuid,what_happened,took_seconds,effect_usd_per_hour')
    expect(row).toContain('created,variant-calls,uuid-of-variant-calls,"Created and running · Genomics,')
    expect(row).toContain(',44,2.34,sentieon,seen')
    expect(end).toBe('')

    const openMenu = page.getByRole('button', { name: 'More', exact: true })
    const clear = page.getByRole('menuitem', { name: 'Clear activity' })
    await openMenu.click()
    await clear.click()
    const dialog = page.getByRole('alertdialog', { name: 'Clear activity' })
    await expect(dialog).toContainText('No instance is touched.')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Keep it' }).click()
    await expect(allEntries(page).first()).toBeVisible()
    await openMenu.click()
    await clear.click()
    await dialog.getByRole('button', { name: 'Clear activity' }).click()
    await expect(page.getByRole('heading', { name: 'No activity yet' })).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Go to instances' }).click()
    await expect(page).toHaveURL('/instances')
  })
})

test('two tabs tell of a change once', async ({ page, context, sandbox }) => {
  const other = await context.newPage()
  await signIn(other, sandbox.key)
  await expect(other.getByRole('row').filter({ hasText: 'tutorial-marimo' })).toContainText('Running')
  await stop(page, sandbox)
  await sandbox.advance(15)
  await expect(page.getByRole('main').locator('[data-state]').first()).toHaveAttribute('data-state', 'exited')
  await other.bringToFront()
  await expect(other.getByRole('row').filter({ hasText: 'tutorial-marimo' })).toContainText('Stopped')
  await openActivity(other)
  await expect(entries(other).filter({ hasText: 'Stopped' })).toHaveCount(1)
})

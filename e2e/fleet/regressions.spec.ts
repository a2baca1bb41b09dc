import type { Page } from '@playwright/test'

import { atRest, expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

// What other dashboards shipped and had to take back; a step each, named after what went wrong there.

const table = (page: Page) => page.getByRole('table', { name: 'Instances' })
const bulkBar = (page: Page) => page.getByRole('toolbar', { name: 'Selected instances' })

/** Counts the readings of the fleet from here on. */
const countReadings = (page: Page) => {
  const count = { now: 0 }
  page.on('request', (request) => {
    if (request.method() === 'GET' && new URL(request.url()).pathname === '/api/instance/') count.now += 1
  })
  return count
}

test('a list that is read again and again shows what changes elsewhere, and closes and clears nothing', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)

  await test.step('a list that does not update: what changes elsewhere shows by itself', async () => {
    await expect(rowOf(page, 'dev-server')).toContainText('Stopped')
    await sandbox.api('post', '/instance/dev-server/restart/')
    await sandbox.api('delete', '/instance/ab/')
    await sandbox.advance(10)
    await expect(rowOf(page, 'dev-server')).toContainText('Running')
    await expect(rowOf(page, 'ab')).toHaveCount(0)
  })

  await test.step('polling that closes an open menu or clears a selection or a filter', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Container' }).check()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: 'Search instances' }).fill('a')
    await page.getByLabel('Select rna-atlas').check()
    await page.getByRole('button', { name: 'Actions for lab-notebook' }).click()
    const menu = page.getByRole('menu', { name: 'Actions for lab-notebook' })
    await expect(menu).toBeVisible()
    await sandbox.api('post', '/instance/rna-atlas/stop/')
    await sandbox.advance(10)
    await expect(rowOf(page, 'rna-atlas')).toContainText('Stopped')
    await expect(menu).toBeVisible()
    await expect(bulkBar(page)).toContainText('1 instance selected')
    await expect(page.getByRole('searchbox', { name: 'Search instances' })).toHaveValue('a')
    await expect(page).toHaveURL(/type=container/)
    await expect(rowOf(page, 'gateway')).toHaveCount(0)
  })
})

test('a list that polls for ever: slowly at rest, not at all while hidden, at once on return', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant([atRest('quiet')])
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'quiet')).toBeVisible()
  const readings = countReadings(page)
  await page.clock.fastForward(8000)
  expect(readings.now).toBe(0)
  await page.clock.fastForward(3000)
  await expect.poll(() => readings.now).toBe(1)

  const setHidden = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'visibilityState', {
        configurable: true,
        value: hidden ? 'hidden' : 'visible',
      })
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }, isHidden)
  await setHidden(true)
  await page.clock.fastForward(60_000)
  const before = readings.now
  await page.clock.fastForward(3_600_000)
  expect(readings.now).toBe(before)
  await setHidden(false)
  await expect.poll(() => readings.now).toBeGreaterThan(before)
})

test('what is selected is what is shown, and what is deleted of it stays gone', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?state=running')

  await test.step('select all that takes invisible rows: only what is shown is selected, and a filter takes the hidden ones off', async () => {
    await page.getByLabel('Select all shown').check()
    await expect(bulkBar(page)).toContainText('11 instances selected')
    await page.getByRole('searchbox', { name: 'Search instances' }).fill('atlas')
    await expect(bulkBar(page)).toContainText('1 instance selected')
    await bulkBar(page).getByRole('button', { name: 'Delete…' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete instances' })
    await dialog.getByLabel('Number of instances').fill('1')
    await dialog.getByRole('button', { name: 'Delete 1 instance' }).click()
    await expect(dialog).toContainText('Deleted')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    await page.getByRole('searchbox', { name: 'Search instances' }).fill('')
    await expect(rowOf(page, 'lab-notebook')).toBeVisible()
  })

  await test.step('a bulk delete that says done while rows come back: each outcome is told, and what is gone stays gone', async () => {
    // What is shown again is selected again.
    await bulkBar(page).getByRole('button', { name: 'Clear selection' }).click()
    await page.getByRole('button', { name: 'Clear filter State' }).click()
    await expect(rowOf(page, 'old-archive')).toBeVisible()
    await sandbox.faults([
      {
        method: 'DELETE',
        path: '/api/instance/*',
        status: 400,
        body: { detail: 'It is being backed up.' },
        times: 1,
      },
    ])
    const readings = countReadings(page)
    for (const name of ['ab', 'old-archive']) await page.getByLabel(`Select ${name}`).check()
    await bulkBar(page).getByRole('button', { name: 'Delete…' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete instances' })
    await dialog.getByLabel('Number of instances').fill('2')
    await dialog.getByRole('button', { name: 'Delete 2 instances' }).click()
    await expect(dialog.getByRole('listitem').filter({ hasText: 'It is being backed up.' })).toHaveCount(1)
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Deleted' })).toHaveCount(1)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Done' }).click()
    const either = rowOf(page, 'ab').or(rowOf(page, 'old-archive'))
    await expect(either).toHaveCount(1)
    const before = readings.now
    await expect.poll(() => readings.now).toBeGreaterThan(before)
    await expect(either).toHaveCount(1)
  })
})

test('rows stay where they are while one points at them or has opened a dialog from one', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances?sort=state')

  await test.step('rows stay where they are while the pointer rests on them', async () => {
    const names = () =>
      page.getByRole('table', { name: 'Instances' }).locator('a[href^="/instances/"]').allTextContents()
    await rowOf(page, 'rna-atlas').hover()
    const before = await names()
    await sandbox.api('post', '/instance/rna-atlas/stop/')
    await sandbox.advance(10)
    await expect(rowOf(page, 'rna-atlas')).toContainText('Stopped')
    expect(await names()).toEqual(before)
    await page.getByRole('heading', { level: 1 }).hover()
    await expect.poll(names).not.toEqual(before)
  })

  await test.step('rows that move so that the wrong one is deleted: a dialog stays with the instance it was opened for', async () => {
    await page.getByRole('button', { name: 'Actions for lab-notebook' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete instance' })
    await expect(dialog).toContainText('lab-notebook')
    for (const name of ['far-host', 'license-server']) await sandbox.api('post', `/instance/${name}/stop/`)
    await sandbox.api('delete', '/instance/gateway/')
    await sandbox.advance(10)
    await expect(page.getByText('gateway', { exact: true })).toHaveCount(0)
    await dialog.getByLabel('Instance name').fill('lab-notebook')
    await dialog.getByRole('button', { name: 'Delete instance' }).click()
    await expect(dialog).toBeHidden()
    await expect(rowOf(page, 'lab-notebook')).toHaveCount(0)
    await expect(rowOf(page, 'license-server')).toBeVisible()
    const deleted = (await sandbox.requests()).filter(({ method }) => method === 'DELETE')
    expect(deleted).toHaveLength(2)
  })
})

test('filters can always be taken off, and are there again after Back', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?state=migrating&tag=gone&owner=nobody@lab.example')

  await test.step('a facet that vanishes and cannot be cleared: it stays on offer while it hides everything', async () => {
    await expect(page.getByText('No instance matches')).toBeVisible()
    await expectAccessible(page)
    for (const facet of ['State', 'Owner', 'Tag'])
      await page.getByRole('button', { name: `Clear filter ${facet}` }).click()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect(page).toHaveURL('/instances')
  })

  await test.step('a filter lost by the back button: back from an instance is back to the list as it was', async () => {
    await page.getByRole('searchbox', { name: 'Search instances' }).fill('a')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Virtual machine' }).check()
    await page.keyboard.press('Escape')
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    await table(page).getByRole('link', { name: 'gateway', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('gateway')
    await page.goBack()
    await expect(rowOf(page, 'gateway')).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    await expect(page).toHaveURL(/q=a&type=vm/)
    await expect(page.getByRole('searchbox', { name: 'Search instances' })).toHaveValue('a')
  })
})

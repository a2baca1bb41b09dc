import { expect, rowOf, signIn, test } from '../support/fixtures.ts'
import { block, button, choose, dialog, expectEachAlone, fileOf, type Part } from './missing-parts.ts'

// What the browser says of a file that did not come, and React of the part that needed it.
test.use({ expectedConsole: [/dynamically imported module/] })

const onFleet: readonly Part[] = [
  {
    chunk: 'row-menu',
    ask: (page) => button(page, 'Actions for rna-atlas').click(),
    part: (page) => page.getByRole('menu'),
  },
  { chunk: 'stop-dialog', ask: choose('Stop'), part: (page) => dialog(page, 'Stop instance') },
  { chunk: 'rename-dialog', ask: choose('Rename'), part: (page) => dialog(page, 'Rename instance') },
  { chunk: 'resize-dialog', ask: choose('Resize'), part: (page) => dialog(page, 'Resize instance') },
  {
    chunk: 'delete-dialog',
    ask: choose('Delete'),
    part: (page) => page.getByRole('alertdialog', { name: 'Delete instance' }),
  },
  {
    chunk: 'filters',
    ask: (page) => button(page, 'Filter').click(),
    part: (page) => dialog(page, 'Filter'),
  },
  {
    chunk: 'account-menu',
    ask: (page) => page.getByRole('button', { name: /My account/ }).click(),
    part: (page) => page.getByRole('menu', { name: 'Accounts' }),
  },
  {
    chunk: 'palette',
    ask: (page) => page.keyboard.press('Control+k'),
    part: (page) => dialog(page, 'Go to or run'),
  },
  {
    chunk: 'shortcuts-dialog',
    ask: (page) => page.keyboard.press('?'),
    part: (page) => dialog(page, 'Keyboard shortcuts'),
  },
]

test.describe('a part whose file does not come is missing alone, and comes when it is asked for again', () => {
  test('on the fleet: what could not be read, what a row opens, and what is done to several', async ({
    page,
    sandbox,
  }) => {
    test.slow()
    const chunks = ['load-failure', ...onFleet.map(({ chunk }) => chunk), 'bulk-bar', 'bulk-dialog']
    for (const chunk of chunks) await block(page, chunk)
    await sandbox.faults([{ method: 'GET', path: '/api/instance/', status: 503 }])
    const come = page.waitForResponse(fileOf('after-rows'))
    await signIn(page, sandbox.key)
    const line = page.getByRole('alert').filter({ hasText: 'This part could not be loaded.' })

    await test.step('what says that the fleet could not be read', async () => {
      await expect(line).toBeVisible()
      await page.unroute(fileOf('load-failure'))
      await line.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('alert')).toContainText('The instances could not be loaded.')
      // What follows the list comes all the same.
      await come
      await sandbox.faults([])
      await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    })

    await test.step('each part in turn', async () => {
      await expectEachAlone(page, onFleet, rowOf(page, 'rna-atlas'))
    })

    await test.step('of several selected', async () => {
      await page.getByRole('checkbox', { name: 'Select rna-atlas' }).check()
      await expect(line).toBeVisible()
      await expect(rowOf(page, 'rna-atlas')).toBeVisible()
      await page.unroute(fileOf('bulk-bar'))
      await line.getByRole('button', { name: 'Try again' }).click()
      const bar = page.getByRole('toolbar', { name: 'Selected instances' })
      await expect(bar).toBeVisible()
      const ask = () => bar.getByRole('button', { name: 'Stop…' }).click()
      await expectEachAlone(
        page,
        [{ chunk: 'bulk-dialog', ask, part: () => page.getByRole('alertdialog', { name: /Stop/ }) }],
        bar,
      )
    })
  })

  test('what draws nothing is tried again by itself', async ({ page, sandbox }) => {
    const silent = ['after-rows', 'fleet-parts']
    for (const chunk of silent) await block(page, chunk)
    const asked = Promise.all(silent.map((chunk) => page.waitForRequest(fileOf(chunk))))
    await signIn(page, sandbox.key)
    await asked
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Attention' })).toBeHidden()
    for (const chunk of silent) await page.unroute(fileOf(chunk))
    const missing = new Set(silent)
    page.on('response', (response) => {
      const [, name = ''] = /\/assets\/([\w-]+?)-[\w-]{8}\.js$/.exec(response.url()) ?? []
      missing.delete(name)
    })
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('online')))
      expect([...missing]).toEqual([])
    }).toPass({ intervals: [200] })
    await expect(page.getByRole('region', { name: 'Attention' })).toBeVisible()
  })

  test('of thousands of rows; and one press brings all that is in the same file', async ({
    page,
    sandbox,
  }) => {
    await sandbox.plant([
      ...Array.from({ length: 200 }, (_, index) => ({ name: `box-${index}`, state: 'running' })),
      { name: 'failed', state: 'error' },
    ])
    // What is tried again by itself is so after half a minute.
    await page.addInitScript(() => {
      const usual = globalThis.setTimeout
      Object.assign(globalThis, {
        setTimeout: (run: () => void, ms?: number) => (ms === 30_000 ? 0 : usual(run, ms)),
      })
    })
    for (const chunk of ['virtual-rows', 'fleet-parts']) await block(page, chunk)
    await signIn(page, sandbox.key)
    const table = page.getByRole('table', { name: 'Instances' })
    await expect(table.getByText('This part could not be loaded.')).toBeVisible()
    await expect(page.getByRole('searchbox', { name: 'Search instances' })).toBeVisible()
    await page.unroute(fileOf('virtual-rows'))
    await table.getByRole('button', { name: 'Try again' }).click()
    await expect(rowOf(page, 'box-0')).toBeVisible()

    const foot = page.getByRole('alert').filter({ hasText: 'This part could not be loaded.' })
    await expect(foot).toBeVisible()
    await page.unroute(fileOf('fleet-parts'))
    await foot.getByRole('button', { name: 'Try again' }).click()
    await expect(foot).toBeHidden()
    await expect(page.getByRole('region', { name: 'Attention' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  })

  test('of what one can do without; and a dialog, while the notice that would say so is missing too', async ({
    page,
    sandbox,
  }) => {
    for (const chunk of ['fleet-picture', 'after-rows']) await block(page, chunk)
    await signIn(page, sandbox.key)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect(page.getByText('That could not be opened.')).toBeHidden()

    await choose('Stop')(page)
    const line = page.getByRole('alert').filter({ hasText: 'This part could not be loaded.' })
    await expect(line).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.unroute(fileOf('after-rows'))
    await line.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog(page, 'Stop instance')).toBeVisible()
    await expect(line).toBeHidden()
  })
})

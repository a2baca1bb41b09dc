import type { Locator, Page } from '@playwright/test'

import { expect, rowOf, signIn, test } from '../support/fixtures.ts'

// What the browser says of a file that did not come, and React of the part that needed it.
test.use({ expectedConsole: [/dynamically imported module/] })

const fileOf = (chunk: string) => `**/assets/${chunk}-*.js`
const block = (page: Page, chunk: string) => page.route(fileOf(chunk), (route) => route.abort())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

interface Part {
  /** The file's name, without what marks its version. */
  chunk: string
  /** Asks for the part as a person does. */
  ask: (page: Page) => Promise<void>
  /** What is there when it came. */
  part: (page: Page) => Locator
}

const choose =
  (action: string, on = 'rna-atlas') =>
  async (page: Page) => {
    await button(page, `Actions for ${on}`).click()
    await page.getByRole('menuitem', { name: action }).click()
  }

/** Blocks each file in turn: the part alone is missing, and asked for again by the same way it comes. */
const expectEachAlone = async (page: Page, parts: readonly Part[], stays: Locator) => {
  for (const { chunk, ask, part } of parts)
    await test.step(chunk, async () => {
      const notice = page.getByText('That could not be opened.', { exact: true })
      await ask(page)
      await expect(notice).toBeVisible()
      await expect(stays).toBeVisible()
      await expect(part(page)).toBeHidden()
      await page.unroute(fileOf(chunk))
      await ask(page)
      await expect(part(page)).toBeVisible()
      await expect(notice).toBeHidden()
      await page.keyboard.press('Escape')
      await expect(part(page)).toBeHidden()
    })
}

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
  test('on the fleet', async ({ page, sandbox }) => {
    for (const { chunk } of onFleet) await block(page, chunk)
    await signIn(page, sandbox.key)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expectEachAlone(page, onFleet, rowOf(page, 'rna-atlas'))
  })

  test('of several selected', async ({ page, sandbox }) => {
    await block(page, 'bulk-bar')
    await block(page, 'bulk-dialog')
    await signIn(page, sandbox.key)
    await page.getByRole('checkbox', { name: 'Select rna-atlas' }).check()
    const line = page.getByRole('alert').filter({ hasText: 'This part could not be loaded.' })
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

  test('what says that the fleet could not be read', async ({ page, sandbox }) => {
    await block(page, 'load-failure')
    await sandbox.faults([{ method: 'GET', path: '/api/instance/', status: 503 }])
    await signIn(page, sandbox.key)
    const line = page.getByRole('alert').filter({ hasText: 'This part could not be loaded.' })
    await expect(line).toBeVisible()
    await page.unroute(fileOf('load-failure'))
    await line.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('alert')).toContainText('The instances could not be loaded.')
    await sandbox.faults([])
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  })

  test('what draws nothing is tried again by itself', async ({ page, sandbox }) => {
    const silent = ['attention', 'after-rows', 'fleet-parts']
    for (const chunk of silent) await block(page, chunk)
    const asked = Promise.all(silent.map((chunk) => page.waitForRequest(fileOf(chunk))))
    await signIn(page, sandbox.key)
    await asked
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Attention' })).toBeHidden()
    for (const chunk of silent) await page.unroute(fileOf(chunk))
    const came = Promise.all(silent.map((chunk) => page.waitForResponse(fileOf(chunk))))
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await expect(page.getByRole('region', { name: 'Attention' })).toBeVisible({ timeout: 1000 })
    }).toPass()
    await came
  })

  test('alerts that somebody asked for come with the next try', async ({ page, sandbox }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
      localStorage.setItem('hatteras:alerts', JSON.stringify({ isOn: true, kinds: ['stopped'] }))
    })
    await block(page, 'alerts')
    const asked = page.waitForRequest(fileOf('alerts'))
    await signIn(page, sandbox.key)
    await asked
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.unroute(fileOf('alerts'))
    let hasCome = false
    page.on('response', (response) => {
      hasCome ||= /\/assets\/alerts-/.test(response.url())
    })
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('online')))
      expect(hasCome).toBe(true)
    }).toPass({ intervals: [200] })
  })

  test('a dialog, while the notice that would say so is missing too', async ({ page, sandbox }) => {
    await block(page, 'after-rows')
    await signIn(page, sandbox.key)
    await choose('Stop')(page)
    const line = page.getByRole('alert').filter({ hasText: 'This part could not be loaded.' })
    await expect(line).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.unroute(fileOf('after-rows'))
    await line.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog(page, 'Stop instance')).toBeVisible()
    await expect(line).toBeHidden()
  })

  test('of what one can do without', async ({ page, sandbox }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    for (const chunk of ['fleet-picture', 'saved-views']) await block(page, chunk)
    await signIn(page, sandbox.key)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    const views = page.getByRole('navigation', { name: 'Views' })
    await expect(views.getByRole('link', { name: /^All/ })).toBeVisible()
    await expect(views.getByRole('button')).toHaveCount(0)
    await expect(page.getByText('That could not be opened.')).toBeHidden()
  })

  test('of an instance', async ({ page, sandbox }) => {
    // What a browser does on plain http.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    for (const chunk of ['usage-chart', 'observed-cost', 'qr-dialog', 'api-calls-dialog', 'copy-fallback'])
      await block(page, chunk)
    await signIn(page, sandbox.key, '/instances/rna-atlas')
    const usage = page.getByRole('region', { name: 'Live usage' })
    const line = usage.getByText('This part could not be loaded.')
    await expect(line).toHaveCount(3)
    await expect(usage.getByRole('heading', { name: 'CPU' })).toBeVisible()
    const cost = page.getByRole('region', { name: 'Cost' })
    await expect(cost.getByText('not loaded')).toBeVisible()
    for (const chunk of ['usage-chart', 'observed-cost']) await page.unroute(fileOf(chunk))
    await usage.getByRole('button', { name: 'Try again' }).first().click()
    await expect(line).toHaveCount(0)
    await expect(usage.locator('svg.recharts-surface').first()).toBeVisible()
    await cost.getByRole('button', { name: 'Try again' }).click()
    await expect(cost.getByText('not loaded')).toBeHidden()
    await expectEachAlone(
      page,
      [
        {
          chunk: 'qr-dialog',
          ask: () =>
            button(page, /^QR code/)
              .first()
              .click(),
          part: () => dialog(page, 'QR code'),
        },
        {
          chunk: 'api-calls-dialog',
          // By keyboard: the notice lies over the header.
          ask: () =>
            page
              .getByRole('button', { name: /API call/ })
              .first()
              .press('Enter'),
          part: () => dialog(page, 'API calls'),
        },
        {
          chunk: 'copy-fallback',
          ask: () => button(page, 'Copy uuid').click(),
          part: () => page.getByLabel('Text to copy'),
        },
      ],
      page.getByRole('heading', { level: 1, name: 'rna-atlas' }),
    )
  })

  test('beside a form, which keeps what was typed', async ({ page, sandbox }) => {
    for (const chunk of ['recipes-dialog', 'save-recipe-dialog', 'reauth-dialog']) await block(page, chunk)
    await signIn(page, sandbox.key, '/instances/new')
    const name = page.getByRole('textbox', { name: 'Name', exact: true })
    await name.fill('typed-by-hand')
    await expectEachAlone(
      page,
      [
        {
          chunk: 'save-recipe-dialog',
          ask: () => button(page, 'Save recipe').click(),
          part: () => dialog(page, 'Save recipe'),
        },
        {
          chunk: 'recipes-dialog',
          ask: () => button(page, 'Recipes').click(),
          part: () => page.getByRole('dialog', { name: /recipe/i }),
        },
      ],
      name,
    )
    await sandbox.faults([{ path: '*', status: 401, times: 50 }])
    await expect(page.getByText('That could not be opened.', { exact: true })).toBeVisible({
      timeout: 20_000,
    })
    await page.unroute(fileOf('reauth-dialog'))
    await button(page, 'Try again').click()
    await expect(dialog(page, 'API key needed')).toBeVisible()
    await expect(page.locator('input[value="typed-by-hand"]')).toHaveCount(1)
  })

  test('what says that the address held a secret', async ({ page, sandbox }) => {
    await block(page, 'secrets-removed')
    await signIn(page, sandbox.key, '/costs?api_key=leaked')
    expect(page.url()).not.toContain('leaked')
    const line = page.getByRole('alert').filter({ hasText: 'This part could not be loaded.' })
    await expect(line).toBeVisible()
    await page.unroute(fileOf('secrets-removed'))
    await line.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('alert')).toContainText('The link held a secret')
  })

  test('in the settings', async ({ page, sandbox }) => {
    const parts: readonly Part[] = [
      {
        chunk: 'rename-key-dialog',
        ask: (page) =>
          page
            .getByRole('button', { name: /^Rename/ })
            .first()
            .click(),
        part: (page) => page.getByRole('dialog', { name: /Rename/ }),
      },
      {
        chunk: 'remove-key-dialog',
        ask: (page) =>
          page
            .getByRole('button', { name: /^Remove/ })
            .first()
            .click(),
        part: (page) => page.getByRole('alertdialog').or(page.getByRole('dialog', { name: /Remove/ })),
      },
      {
        chunk: 'forget-dialog',
        ask: (page) => button(page, 'Forget all…').click(),
        part: (page) => page.getByRole('alertdialog').or(page.getByRole('dialog', { name: /Forget/ })),
      },
      {
        chunk: 'forget-account-dialog',
        ask: (page) => button(page, 'Forget account…').click(),
        part: (page) => page.getByRole('alertdialog', { name: 'Sign out and forget' }),
      },
    ]
    for (const { chunk } of parts) await block(page, chunk)
    await signIn(page, sandbox.key, '/settings')
    await expectEachAlone(page, parts, page.getByRole('region', { name: 'API keys' }))
  })

  test('of a restart without room', async ({ page, sandbox }) => {
    await sandbox.setCapacity({ free: { n_vcpus: 1, mem_gib: 1 } })
    await block(page, 'no-capacity-dialog')
    await signIn(page, sandbox.key, '/instances/dev-server')
    const restart = button(page, 'Restart')
    const part: Part = {
      chunk: 'no-capacity-dialog',
      ask: () => restart.click(),
      part: () => dialog(page, 'Restart instance'),
    }
    await expectEachAlone(page, [part], page.getByRole('heading', { level: 1, name: 'dev-server' }))
  })

  test('of the activity', async ({ page, sandbox }) => {
    await block(page, 'clear-dialog')
    await signIn(page, sandbox.key)
    await choose('Restart', 'ab')(page)
    await expect(rowOf(page, 'ab')).toContainText('Restarting')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
    const part: Part = {
      chunk: 'clear-dialog',
      ask: async () => {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.getByRole('menuitem', { name: 'Clear activity' }).click()
      },
      part: () => page.getByRole('alertdialog').or(page.getByRole('dialog', { name: /Clear/ })),
    }
    await expectEachAlone(page, [part], page.getByRole('heading', { level: 1, name: 'Activity' }))
  })

  test('of thousands of rows', async ({ page, sandbox }) => {
    await sandbox.plant(
      Array.from({ length: 200 }, (_, index) => ({ name: `box-${index}`, state: 'running' })),
    )
    await block(page, 'virtual-rows')
    await signIn(page, sandbox.key)
    const table = page.getByRole('table', { name: 'Instances' })
    await expect(table.getByText('This part could not be loaded.')).toBeVisible()
    await expect(page.getByRole('searchbox', { name: 'Search instances' })).toBeVisible()
    await page.unroute(fileOf('virtual-rows'))
    await table.getByRole('button', { name: 'Try again' }).click()
    await expect(rowOf(page, 'box-0')).toBeVisible()
  })
})

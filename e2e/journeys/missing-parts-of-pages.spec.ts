import { expect, rowOf, signIn, test } from '../support/fixtures.ts'
import { goTo } from '../support/go-to.ts'
import { block, button, choose, dialog, expectEachAlone, fileOf, type Part } from './missing-parts.ts'

// What the browser says of a file that did not come, and React of the part that needed it.
test.use({ expectedConsole: [/dynamically imported module/] })

test.describe('a part whose file does not come is missing alone, and comes when it is asked for again', () => {
  test('of an instance, and of a restart without room', async ({ page, sandbox }) => {
    await sandbox.setCapacity({ free: { n_vcpus: 1, mem_gib: 1 } })
    // What a browser does on plain http.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    const chunks = ['usage-chart', 'observed-cost', 'qr-dialog', 'api-calls-dialog', 'copy-fallback']
    for (const chunk of [...chunks, 'no-capacity-dialog']) await block(page, chunk)
    await signIn(page, sandbox.key, '/instances/rna-atlas')
    await test.step('of an instance', async () => {
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

    await test.step('of a restart without room', async () => {
      await goTo(page, '/instances/dev-server')
      await expect(page.getByRole('heading', { level: 1, name: 'dev-server' })).toBeVisible()
      const restart = button(page, 'Restart')
      const part: Part = {
        chunk: 'no-capacity-dialog',
        ask: () => restart.click(),
        part: () => dialog(page, 'Restart instance'),
      }
      await expectEachAlone(page, [part], page.getByRole('heading', { level: 1, name: 'dev-server' }))
    })
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
    await expect(page.getByText('That could not be opened.', { exact: true })).toBeVisible()
    await page.unroute(fileOf('reauth-dialog'))
    await button(page, 'Try again').click()
    await expect(dialog(page, 'API key needed')).toBeVisible()
    await expect(page.locator('input[value="typed-by-hand"]')).toHaveCount(1)
  })

  test('of what every page may have: that an address held a secret; of the settings and the activity', async ({
    page,
    sandbox,
  }) => {
    test.slow()
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
    const chunks = ['secrets-removed', 'clear-dialog', ...parts.map(({ chunk }) => chunk)]
    for (const chunk of chunks) await block(page, chunk)
    await test.step('what says that the address held a secret', async () => {
      await signIn(page, sandbox.key, '/costs?api_key=leaked')
      expect(page.url()).not.toContain('leaked')
      const line = page.getByRole('alert').filter({ hasText: 'This part could not be loaded.' })
      await expect(line).toBeVisible()
      await page.unroute(fileOf('secrets-removed'))
      await line.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('alert')).toContainText('The link held a secret')
    })

    await test.step('in the settings', async () => {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
      await expectEachAlone(page, parts, page.getByRole('region', { name: 'API keys' }))
    })

    await test.step('of the activity', async () => {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
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
  })
})

import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, expectAccessible, region, rowOf, signIn, test } from '../support/fixtures.ts'
import { lineOf } from '../costs/support.ts'

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()

test('the whole fleet with its figures, the deleted ones when asked for, views to choose and to save, and groups', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  const views = page.getByRole('navigation', { name: 'Views' })

  await test.step('the fleet shows every instance with its state, its size and what it costs', async () => {
    const table = page.getByRole('table', { name: 'Instances' })
    await expect(table.getByRole('row')).toHaveCount(19)
    await expect(rowOf(page, 'rna-atlas')).toContainText('Running')
    for (const figure of ['16', '64', '500', '$0.610'])
      await expect(rowOf(page, 'rna-atlas').getByRole('cell', { name: figure, exact: true })).toBeVisible()
    await expect(rowOf(page, 'dev-server')).toContainText('Stopped')
    await expect(rowOf(page, 'dev-server')).toContainText('$0.010')
    await expect(rowOf(page, 'star-index')).toContainText('$0.000')
    await expect(page.getByRole('link', { name: /^from ?\$9\.379 ?\/ h.*\$6,847 \/ month$/ })).toBeVisible()
    await expect(page.getByRole('link', { name: '5 stopped, disk only $0.561' })).toBeVisible()
  })

  await test.step('deleted instances are hidden until they are asked for', async () => {
    await expect(rowOf(page, 'field-trial-2023')).toHaveCount(0)
    await expect(page.getByText('1 deleted is hidden')).toBeVisible()
    await page.getByRole('button', { name: 'Show deleted instances' }).click()
    await expect(rowOf(page, 'field-trial-2023')).toContainText('Deleted')
    await expect(page).toHaveURL('/instances?deleted=show')
    await page.getByRole('button', { name: 'Hide deleted instances' }).click()
    await expect(rowOf(page, 'field-trial-2023')).toHaveCount(0)
  })

  await test.step('a view is a link, and counts what it shows', async () => {
    await page.getByLabel('Group by').selectOption('owner')
    await expect(page).toHaveURL('/instances?group=owner')
    await expect(views.getByRole('link')).toHaveText([
      'All18',
      'Running11',
      'GPU3',
      'Web apps4',
      'Disk only5',
    ])
    await views.getByRole('link', { name: 'GPU' }).click()
    await expect(page).toHaveURL('/instances?gpu=yes&group=owner')
    await expect(views.getByRole('link', { name: 'GPU' })).toHaveAttribute('aria-current', 'true')
    await expect(page.getByText('3 of 18 · $5.020 / h')).toBeVisible()
  })

  await test.step('a view is saved under a name, is a tab from then on, and can be removed', async () => {
    await page.getByRole('columnheader', { name: 'Age', exact: true }).getByRole('button').click()
    await expect(page).toHaveURL('/instances?gpu=yes&group=owner&sort=age')
    await views.getByRole('button', { name: 'Save view' }).click()
    const form = page.getByRole('dialog', { name: 'Save view' })
    await form.getByRole('button', { name: 'Save view' }).click()
    const name = form.getByRole('textbox', { name: 'Name of the view' })
    await expect(name).toHaveAccessibleDescription('A view needs a name')
    await name.fill('GPUs by owner')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    const tab = views.getByRole('link', { name: 'GPUs by owner' })
    await expect(tab).toHaveAttribute('aria-current', 'true')
    await views.getByRole('link', { name: /^All/ }).click()
    await page.reload()
    await expect(tab).not.toHaveAttribute('aria-current')
    await tab.click()
    await expect(page).toHaveURL('/instances?gpu=yes&sort=age&group=owner')
    await views.getByRole('button', { name: 'Save view' }).click()
    await form.getByRole('button', { name: 'Remove' }).click()
    await expect(tab).toHaveCount(0)
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(page).toHaveURL('/instances?sort=age&group=owner')
  })

  await test.step('groups have subtotals, fold, and are selected whole', async () => {
    await page.getByLabel('Group by').selectOption('state')
    const head = page.getByRole('row', { name: /Stopped/ }).filter({ has: page.getByRole('rowheader') })
    await expect(head.getByRole('cell', { name: '$0.561', exact: true })).toBeVisible()
    // 16 + 4 + 32 + 8 + 1
    await expect(head.getByRole('cell', { name: '61', exact: true })).toBeVisible()

    const fold = page.getByRole('button', { name: 'Stopped 5' })
    await expect(fold).toHaveAttribute('aria-expanded', 'true')
    await fold.click()
    await expect(fold).toHaveAttribute('aria-expanded', 'false')
    await expect(rowOf(page, 'geo-maps-2025')).toHaveCount(0)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()

    const all = page.getByRole('checkbox', { name: 'Select all of Stopped' })
    await all.check()
    await expect(page.getByRole('toolbar', { name: 'Selected instances' })).toContainText(
      '5 instances selected',
    )
    await fold.click()
    await page.getByRole('checkbox', { name: 'Select geo-maps-2025' }).uncheck()
    await expect(all).toBeChecked({ indeterminate: true })
  })
})

test('search, filters and sort live in the URL, and the back button takes them off again', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search instances' })
  await expect(search).toBeFocused()
  await search.pressSequentially('rstudio')
  await expect(page).toHaveURL(/q=rstudio/)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(rowOf(page, 'gateway')).toHaveCount(0)

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Running' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/state=running/)
  await expect(rowOf(page, 'geo-maps-2025')).toHaveCount(0)

  await page.reload()
  await expect(search).toHaveValue('rstudio')
  await expect(rowOf(page, 'geo-maps-2025')).toHaveCount(0)

  await page.goBack()
  await expect(rowOf(page, 'geo-maps-2025')).toBeVisible()
  await expect(search).toHaveValue('rstudio')
})

test('every column sorts both ways, and what is selected is exported as CSV', async ({ page, sandbox }) => {
  const heads = page.getByRole('columnheader').filter({ has: page.getByRole('button') })
  const firstName = page
    .getByRole('table', { name: 'Instances' })
    .getByRole('row')
    .nth(1)
    .getByRole('link')
    .first()
  await signIn(page, sandbox.key, '/instances?sort=age')
  for (const { path, columns } of [
    {
      path: null,
      columns: [
        ['Name', 'ab', 'vision-bench'],
        ['State', 'star-index', 'ab'],
        ['vCPU', 'ab', 'variant-calls'],
        ['RAM GiB', 'ab', 'variant-calls'],
        ['Disk GiB', 'ab', 'geo-maps-2025'],
        ['Hardware', 'vision-bench', 'protein-folding'],
        ['Cost / h', 'star-index', 'protein-folding'],
        ['Age', 'star-index', 'old-archive'],
      ],
    },
    {
      path: '/instances?sort=age&columns=owner,tier,ip,created',
      columns: [
        ['Name', 'ab', 'vision-bench'],
        ['Owner', 'ab', 'geo-maps-2025'],
        ['IP address', 'rna-atlas', 'old-archive'],
        ['CPU tier', 'ab', 'license-server'],
        ['Created', 'old-archive', 'star-index'],
      ],
    },
  ] as const) {
    if (path !== null) await page.goto(path)
    await expect(heads).toHaveText(columns.map(([name]) => name))
    for (const [name, first, last] of columns) {
      const head = page.getByRole('columnheader', { name, exact: true })
      await head.getByRole('button').click()
      await expect(head).toHaveAttribute('aria-sort', 'ascending')
      await expect(firstName).toHaveText(first)
      await head.getByRole('button').click()
      await expect(head).toHaveAttribute('aria-sort', 'descending')
      await expect(firstName).toHaveText(last)
    }
  }
  await expect(page).toHaveURL(/\?sort=created&.*order=desc$/)

  await test.step('what is selected is exported as CSV, without any secret', async () => {
    await page.getByRole('columnheader', { name: 'Name', exact: true }).getByRole('button').click()
    for (const name of ['rna-atlas', 'dev-server']) await page.getByLabel(`Select ${name}`).check()
    const download = page.waitForEvent('download')
    await page
      .getByRole('toolbar', { name: 'Selected instances' })
      .getByRole('button', { name: 'Export' })
      .click()
    expect((await download).suggestedFilename()).toBe('instances.csv')
    const text = await readFile(await (await download).path(), 'utf8')
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('name,uuid,state')
    expect(lines[1]).toMatch(/^dev-server,.*,shut_off,vm,/)
    expect(lines[2]).toMatch(/^rna-atlas,.*,running,container,/)
    expect(text).not.toContain('password')
  })
})

test.describe('an empty account', () => {
  test.use({ scenario: 'empty' })
  test('every page says what will be here, and leads to it', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key)
    await expect(page.getByText('No instances yet')).toBeVisible()
    await page.getByRole('link', { name: 'A notebook' }).click()
    await expect(page.getByRole('radio', { name: 'Marimo, data science', exact: true })).toBeChecked()

    await goTo(page, 'Web apps')
    await expect(page.getByRole('main')).toContainText('No web app is running')
    await page.getByRole('link', { name: 'Start a notebook' }).click()
    await expect(page.getByRole('radio', { name: 'Marimo', exact: true })).toBeChecked()

    await goTo(page, 'Costs')
    await expect(page.getByText('Nothing costs anything')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Create instance' }).click()
    await expect(page.getByRole('heading', { name: 'Create instance' })).toBeVisible()
  })
})

test.describe('the live dialect', () => {
  test.use({ scenario: 'live' })
  test('what the page of the API does not tell of is shown, and its cost marked as not documented', async ({
    page,
    sandbox,
  }) => {
    await signIn(page, sandbox.key, '/instances?deleted=show')

    await test.step('states and flavors outside the page are shown, none is hidden', async () => {
      for (const [name, word] of [
        ['quiet-notebook', 'Idle'],
        ['browser-box', 'Cloning'],
        ['bio-sandbox', 'Unhealthy'],
        ['fading-away', 'Deleting'],
        ['rna-atlas', 'Running'],
      ] as const)
        await expect(rowOf(page, name)).toContainText(word)
      const rows = page.getByRole('table', { name: 'Instances' }).getByRole('row')
      const listed: unknown = await sandbox.api('get', '/instance/')
      expect(Array.isArray(listed)).toBe(true)
      // The head is a row too.
      await expect(rows).toHaveCount(1 + (Array.isArray(listed) ? listed.length : 0))
      await expectAccessible(page)
    })

    await test.step('what is billed in a state of its own is marked as not documented', async () => {
      await goTo(page, 'Costs')
      const main = page.getByRole('main')
      await expect(main).toContainText('in its state is not documented: counted as running.')
      await expect(
        region(page, 'Cost now').getByRole('listitem').filter({ hasText: 'Sentieon' }),
      ).toBeVisible()
      await page.getByRole('button', { name: /^\d+ more$/ }).click()
      await expect(lineOf(page, 'lost-worker')).toContainText('counted as running')
      await expectAccessible(page)
    })
  })
})

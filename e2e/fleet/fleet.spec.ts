import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

test('the fleet shows every instance with its state, its size and what it costs', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
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

test('deleted instances are hidden until they are asked for', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect(rowOf(page, 'field-trial-2023')).toHaveCount(0)
  await expect(page.getByText('1 deleted is hidden')).toBeVisible()
  await page.getByRole('button', { name: 'Show deleted instances' }).click()
  await expect(rowOf(page, 'field-trial-2023')).toContainText('Deleted')
  await expect(page).toHaveURL('/instances?deleted=show')
  await page.getByRole('button', { name: 'Hide deleted instances' }).click()
  await expect(rowOf(page, 'field-trial-2023')).toHaveCount(0)
})

test('a view is a link, and counts what it shows', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?group=owner')
  const views = page.getByRole('navigation', { name: 'Views' })
  await expect(views.getByRole('link')).toHaveText(['All18', 'Running11', 'GPU3', 'Web apps4', 'Disk only5'])
  await views.getByRole('link', { name: 'GPU' }).click()
  await expect(page).toHaveURL('/instances?gpu=yes&group=owner')
  await expect(views.getByRole('link', { name: 'GPU' })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText('3 of 18 · $5.020 / h')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/instances?group=owner')
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

test('every column sorts both ways', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  const heads = page.getByRole('columnheader').filter({ has: page.getByRole('button') })
  const firstName = page
    .getByRole('table', { name: 'Instances' })
    .getByRole('row')
    .nth(1)
    .getByRole('link')
    .first()
  for (const { path, columns } of [
    {
      path: '/instances?sort=age',
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
    await page.goto(path)
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
})

test('groups have subtotals, fold, and are selected whole', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
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

test.describe('an empty account', () => {
  test.use({ scenario: 'empty' })
  test('teaches what one can start', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key)
    await expect(page.getByText('No instances yet')).toBeVisible()
    await page.getByRole('link', { name: 'A notebook' }).click()
    await expect(page.getByRole('radio', { name: 'Marimo, data science', exact: true })).toBeChecked()
  })
})

test.describe('a huge account', () => {
  test.use({ scenario: 'huge' })
  test('shows 10,000 instances without drawing them all, and finds one', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key, '/instances?deleted=show')
    const table = page.getByRole('table', { name: 'Instances' })
    await expect(table).toHaveAttribute('aria-rowcount', '10001')
    expect(await table.getByRole('row').count()).toBeLessThan(120)
    const last =
      (await table
        .getByRole('link', { name: /^\w+-\d{5}$/ })
        .last()
        .textContent()) ?? ''
    await page.getByRole('searchbox', { name: 'Search instances' }).fill(last)
    await expect(rowOf(page, last)).toBeVisible()
  })
})

test.describe('the live dialect', () => {
  test.use({ scenario: 'live' })
  test('states and flavors outside the page are shown, none is hidden', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key, '/instances?deleted=show')
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
})

test('a view is saved under a name, is a tab from then on, and can be removed', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?gpu=yes&sort=age&group=owner')
  const views = page.getByRole('navigation', { name: 'Views' })
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
})

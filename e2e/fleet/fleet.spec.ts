import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

test('the fleet shows every instance with its state, its size and what it costs', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  const table = page.getByRole('table', { name: 'Instances' })
  await expect(table.getByRole('row')).toHaveCount(20)
  await expect(rowOf(page, 'rna-atlas')).toContainText('Running')
  await expect(rowOf(page, 'rna-atlas')).toContainText('16 vCPU · 64 GiB · 500 GiB')
  await expect(rowOf(page, 'rna-atlas')).toContainText('$0.61')
  await expect(rowOf(page, 'dev-server')).toContainText('Stopped')
  await expect(rowOf(page, 'dev-server')).toContainText('$0.01')
  await expect(rowOf(page, 'star-index')).toContainText('not billed')
  await expect(page.getByText('/ hour now')).toBeVisible()
  await expect(page.getByText('is disk of stopped instances')).toBeVisible()
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

  await page
    .getByRole('group', { name: 'Filters' })
    .getByRole('button', { name: 'State', exact: true })
    .click()
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
        ['State', 'star-index', 'field-trial-2023'],
        ['Size', 'ab', 'variant-calls'],
        ['Cost / h', 'field-trial-2023', 'protein-folding'],
        ['Age', 'star-index', 'field-trial-2023'],
      ],
    },
    {
      path: '/instances?sort=age&columns=owner,tier,ip,created',
      columns: [
        ['Name', 'ab', 'vision-bench'],
        ['Owner', 'ab', 'field-trial-2023'],
        ['CPU tier', 'ab', 'license-server'],
        ['IP address', 'rna-atlas', 'old-archive'],
        ['Created', 'field-trial-2023', 'star-index'],
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
  await expect(page).toHaveURL(/sort=created&order=desc|order=desc&sort=created/)
})

test('groups have subtotals', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await page.getByLabel('Group by').selectOption('state')
  await expect(page.getByRole('rowheader', { name: /^Stopped.*\$0\.561/ })).toBeVisible()
})

test.describe('an empty account', () => {
  test.use({ scenario: 'empty' })
  test('teaches what one can start', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key)
    await expect(page.getByText('No instances yet')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'A notebook' }).click()
    await expect(page.getByRole('radio', { name: 'Marimo, data science', exact: true })).toBeChecked()
  })
})

test.describe('a huge account', () => {
  test.use({ scenario: 'huge' })
  test('shows 10,000 instances without drawing them all, and finds one', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key)
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
    await signIn(page, sandbox.key)
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

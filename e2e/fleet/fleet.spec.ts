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
  const firstName = page
    .getByRole('table', { name: 'Instances' })
    .getByRole('row')
    .nth(1)
    .getByRole('link')
    .first()
  const head = (name: string) => page.getByRole('columnheader', { name }).getByRole('button')
  await expect(firstName).toHaveText('ab')
  await head('Name').click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  await expect(firstName).toHaveText('vision-bench')
  await head('Cost').click()
  await head('Cost').click()
  await expect(firstName).toHaveText('protein-folding')
  await expect(page).toHaveURL(/sort=cost&order=desc|order=desc&sort=cost/)
  await page.goto('/instances?columns=owner,tier,ip,created')
  for (const [name, first] of [
    ['Owner', 'ab'],
    ['CPU tier', 'ab'],
    ['IP address', 'rna-atlas'],
    ['Created', 'field-trial-2023'],
  ] as const) {
    await head(name).click()
    await expect(firstName).toHaveText(first)
    await head(name).click()
    await expect(page.getByRole('columnheader', { name })).toHaveAttribute('aria-sort', 'descending')
  }
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
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expectAccessible(page)
  })
})

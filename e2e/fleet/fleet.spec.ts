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

test('a facet stays on offer while it hides everything, and can be cleared', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?state=migrating')
  await expect(page.getByText('No instance matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filter State' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
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
})

test('groups have subtotals', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await page.getByLabel('Group by').selectOption('state')
  await expect(page.getByRole('rowheader', { name: /^Stopped.*\$0\.561/ })).toBeVisible()
})

test('an open menu survives polls, is bound to its instance, and says why an act is not possible', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await page.getByRole('button', { name: 'Actions for dev-server' }).click()
  const menu = page.getByRole('menu', { name: 'Actions for dev-server' })
  await expect(menu).toBeVisible()
  const asked = (await sandbox.requests()).length
  await expect
    .poll(
      async () =>
        (await sandbox.requests()).slice(asked).filter(({ path }) => path.endsWith('/instance/')).length,
      {
        timeout: 30_000,
      },
    )
    .toBeGreaterThan(0)
  await expect(menu).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: 'Stop' })).toHaveAttribute('aria-disabled', 'true')
  await expect(menu).toContainText('Only a running instance can be stopped')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Actions for dev-server' })).toBeFocused()
})

test('stop from the row menu: pending at once, stopped when the service says so, disk still costs', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await page.getByRole('button', { name: 'Actions for tutorial-marimo' }).click()
  await page.getByRole('menuitem', { name: 'Stop' }).click()
  const dialog = page.getByRole('dialog', { name: 'Stop instance' })
  await dialog.getByRole('button', { name: 'Stop instance' }).click()
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopping')
  await sandbox.advance(10)
  await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopped')
  await expect(rowOf(page, 'tutorial-marimo')).toContainText('$0.005')
  await page.getByRole('button', { name: 'Actions for tutorial-marimo' }).click()
  await page.getByRole('menuitem', { name: 'Restart' }).click()
  await expect(rowOf(page, 'tutorial-marimo')).toContainText('Restarting')
  await sandbox.advance(10)
  await expect(rowOf(page, 'tutorial-marimo')).toContainText('Running')
})

test('rows stay where they are while the pointer rests on them', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=state')
  const names = () =>
    page.getByRole('table', { name: 'Instances' }).locator('a[href^="/instances/"]').allTextContents()
  await rowOf(page, 'rna-atlas').hover()
  const before = await names()
  await sandbox.api('post', '/instance/rna-atlas/stop/')
  await sandbox.advance(10)
  await expect(rowOf(page, 'rna-atlas')).toContainText('Stopped', { timeout: 20_000 })
  expect(await names()).toEqual(before)
  await page.getByRole('heading', { level: 1 }).hover()
  await expect.poll(names).not.toEqual(before)
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
      (await page
        .getByRole('link', { name: /-9\d\d\d$/ })
        .first()
        .or(table.getByRole('link').last())
        .first()
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

test('a list that fails keeps the old rows and says how old they are; a malformed answer too', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'malformed', times: 20 }])
  await expect(page.getByText(/could not be read.*trying again by itself/)).toBeVisible({ timeout: 20_000 })
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

test('a first load that fails says what to do, and goes on by itself', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await sandbox.faults([{ method: 'GET', path: '/api/instance/', effect: 'html', status: 502, times: 3 }])
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('could not be loaded')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of the shell is accessible and fits a phone, ${colorScheme}`, async ({
    page,
    sandbox,
  }) => {
    await page.emulateMedia({ colorScheme })
    await signIn(page, sandbox.key)
    for (const path of ['/instances', '/webapps', '/costs', '/activity', '/settings', '/nowhere']) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
    }
  })
}

test('an address that leads nowhere says so and leads on', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/nowhere/at/all')
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  await page.getByRole('link', { name: 'All instances' }).click()
  await expect(page).toHaveURL(/\/instances$/)
})

test('several are stopped at once: the price of it is told, who cannot be is left out, each outcome is reported', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await sandbox.faults([
    {
      method: 'POST',
      path: '/api/instance/*/stop/',
      status: 400,
      body: { detail: 'The host is busy.' },
      times: 1,
    },
  ])
  for (const name of ['tutorial-marimo', 'lab-notebook', 'dev-server'])
    await page.getByLabel(`Select ${name}`).check()
  const bar = page.getByRole('toolbar', { name: 'Selected instances' })
  await expect(bar).toContainText('3 instances selected')
  await bar.getByRole('button', { name: 'Stop…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Stop instances' })
  await expect(dialog).toContainText('dev-server is left out')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Stop 2 instances' }).click()
  await expect(dialog).toContainText('The host is busy.')
  await expect(dialog).toContainText('Stop accepted')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await sandbox.advance(10)
  await expect(
    rowOf(page, 'tutorial-marimo').or(rowOf(page, 'lab-notebook')).filter({ hasText: 'Stopped' }),
  ).toHaveCount(1)
})

test('select all takes only what is shown, and a filter takes the hidden ones off the selection', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances?state=running')
  await page.getByLabel('Select all shown').check()
  const bar = page.getByRole('toolbar', { name: 'Selected instances' })
  await expect(bar).toContainText('11 instances selected')
  await page.getByRole('searchbox', { name: 'Search instances' }).fill('atlas')
  await expect(bar).toContainText('1 instance selected')
  await bar.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete instances' })
  await dialog.getByLabel('Number of instances').fill('1')
  await dialog.getByRole('button', { name: 'Delete 1 instance' }).click()
  await expect(dialog).toContainText('Deleted')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
})

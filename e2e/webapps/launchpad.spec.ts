import type { Page } from '@playwright/test'

import { expect, expectAccessible, signIn, test, wordsIn } from '../support/fixtures.ts'

const longName = 'single-cell-perturbation-screen-replicate-three-rerun-2026-long'
const app = { resource_type: 'container', flavor: 'rstudioserver' }
const studio = (name: string) => ({ ...app, name })
const tileOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })

test('every running web app is a tile to open and to pass on, and the page says little', async ({
  page,
  sandbox,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, sandbox.key, '/webapps')
  await expect(page.getByRole('heading', { level: 1, name: 'Web apps' })).toBeVisible()
  const tile = tileOf(page, 'rna-atlas')
  await expect(tile).toContainText('RStudio · ada')
  await expect(tile).toContainText('Running')
  await expect(tile).toContainText(/\d.% CPU/)
  await expect(tile).toContainText(/\d.% memory/)
  await expect(tile.locator('path[fill="none"][stroke-linecap="round"]')).toHaveAttribute('d', /M/)
  await test.step('the page says little', async () => {
    await expect(tileOf(page, 'tutorial-marimo')).toContainText(/\d.% memory/)
    expect(await wordsIn(page)).toBeLessThanOrEqual(90)
  })
  const open = tile.getByRole('link', { name: 'Open RStudio on rna-atlas' })
  await expect(open).toHaveAttribute('href', 'https://rna-atlas.carolinacloud.io/')
  await expect(open).toHaveAttribute('target', '_blank')
  await tile.getByRole('button', { name: 'Copy address of rna-atlas' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'https://rna-atlas.carolinacloud.io/',
  )

  await tile.getByRole('button', { name: 'QR code of rna-atlas' }).click()
  const code = page.getByRole('dialog', { name: 'QR code' })
  await expect(code.getByRole('img')).toHaveAccessibleName('QR code of https://rna-atlas.carolinacloud.io/')
  await expect(code).toHaveCSS('opacity', '1')
})

test('what does not run has a tile too, with its price and what can be done', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/webapps')
  await expect(tileOf(page, 'brave-box-979')).toContainText('Starting')
  await expect(tileOf(page, 'brave-box-979')).toContainText(/\d+:\d\d, longer than usual/)
  const stopped = tileOf(page, 'geo-maps-2025')
  await expect(stopped).toContainText('Disk kept, ≈ $146 / month')
  await expect(stopped).toContainText('$0.200 / h now')
  await stopped.getByRole('link', { name: 'geo-maps-2025' }).click()
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toBeVisible()
})

test('one that is stopped or starting becomes a tile to open, where it stands', async ({ page, sandbox }) => {
  await sandbox.plant([
    { ...app, name: 'fresh', state: 'provisioning', becomes: { state: 'running', seconds: 60 } },
    { ...app, name: 'slow-studio', state: 'exited' },
    { ...app, name: 'studio', state: 'exited' },
  ])
  await signIn(page, sandbox.key, '/webapps')
  const restartOf = (name: string) => tileOf(page, name).getByRole('button', { name: `Restart ${name}` })

  await test.step('a stopped one is restarted from its tile, which says what that costs', async () => {
    const restart = restartOf('studio')
    await expect(restart).toContainText(/Restart \$\d\.\d{3} \/ h/)
    await expect(restart).toHaveAccessibleDescription(/Compute billing resumes at once/)
    await restart.click()
    await expect(tileOf(page, 'studio')).toContainText('Restarting')
    await expect(tileOf(page, 'fresh')).toContainText('Starting')
  })

  await test.step('it, and one that starts, become tiles to open by themselves, where they stand', async () => {
    await sandbox.advance(120)
    for (const name of ['studio', 'fresh'])
      await expect(tileOf(page, name).getByRole('link', { name: `Open RStudio on ${name}` })).toBeVisible()
  })

  await test.step('a restart that is under way is not asked for twice', async () => {
    await sandbox.faults([{ method: 'POST', path: '/api/instance/*/restart/', delayMs: 3000 }])
    await restartOf('slow-studio').click()
    await expect(restartOf('slow-studio')).toHaveAttribute('aria-disabled', 'true')
    await expect(restartOf('slow-studio')).toHaveAccessibleDescription(/restart/i)
  })

  await test.step('few need no search', async () => {
    await expect(page.getByRole('searchbox')).toHaveCount(0)
  })
})

test('many have a search, kept in the address; pinned ones come first and then those opened last', async ({
  page,
  context,
  sandbox,
}) => {
  const others = Array.from({ length: 6 }, (_, index) => `studio-${index + 1}`)
  const all = ['a-one', 'b-two', 'c-three', ...others]
  await sandbox.plant([...all.map(studio), { ...app, name: 'zz-marimo', flavor: 'marimo' }])
  await context.route('https://*.carolinacloud.io/**', (route) => route.fulfill({ body: 'A web app' }))
  await signIn(page, sandbox.key, '/webapps')
  const names = page.getByRole('main').getByRole('heading', { level: 2 })
  const order = (...first: readonly string[]) => [...first, ...others, 'zz-marimo']
  const pin = page.getByRole('button', { name: 'Pin c-three' })
  const open = page.getByRole('link', { name: /^Open / })
  const search = page.getByRole('searchbox', { name: 'Search web apps' })

  await test.step('what is opened stays where it is for as long as one looks, and what is pinned comes first', async () => {
    await expect(names).toHaveText(order('a-one', 'b-two', 'c-three'))
    await expect(tileOf(page, 'b-two')).toContainText('never opened')
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Open RStudio on b-two' }).click()
    await (await opened).close()
    await expect(tileOf(page, 'b-two')).toContainText('opened just now')
    await expect(names).toHaveText(order('a-one', 'b-two', 'c-three'))
    await pin.click()
    await expect(pin).toHaveAttribute('aria-pressed', 'true')
    await expect(names).toHaveText(order('c-three', 'a-one', 'b-two'))
  })

  await test.step('with many there is a search, kept in the address', async () => {
    await expect(open).toHaveCount(10)
    await search.fill('marimo')
    await expect(open).toHaveCount(1)
    await expect(page).toHaveURL('/webapps?q=marimo')
    await expect(page.getByRole('radio', { name: 'Running 10' })).not.toBeChecked()
    await page.reload()
    await expect(search).toHaveValue('marimo')
    await expect(open).toHaveCount(1)
    await search.fill('nothing like it')
    await expect(page.getByRole('main')).toContainText('No web app matches “nothing like it”.')
    await expectAccessible(page)
    await search.fill('')
  })

  await test.step('pinned ones come first and then those opened last, also after a reload', async () => {
    await expect(names).toHaveText(order('c-three', 'b-two', 'a-one'))
    await expect(pin).toHaveAttribute('aria-pressed', 'true')
    await expectAccessible(page)
    await pin.click()
    await expect(names).toHaveText(order('b-two', 'a-one', 'c-three'))
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('long names fit, and nothing is wider than the screen', async ({ page, sandbox }) => {
    await sandbox.plant([
      { ...app, name: longName },
      { ...app, name: `${longName.slice(0, -1)}2`, state: 'exited' },
    ])
    await signIn(page, sandbox.key, '/webapps')
    await expect(page.getByRole('link', { name: longName, exact: true })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await expectAccessible(page)
  })
})

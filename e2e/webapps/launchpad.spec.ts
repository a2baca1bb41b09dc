import { expect, expectAccessible, signIn, test } from '../support/fixtures.ts'

const longName = 'single-cell-perturbation-screen-replicate-three-rerun-2026-long'
const app = { resource_type: 'container', flavor: 'rstudioserver' }

test('every running web app is a tile to open and to pass on', async ({ page, sandbox, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, sandbox.key, '/webapps')
  await expect(page.getByRole('heading', { level: 1, name: 'Web apps' })).toBeVisible()
  const tile = page.getByRole('listitem').filter({ hasText: 'rna-atlas.carolinacloud.io' })
  await expect(tile).toContainText('RStudio · rna-atlas.carolinacloud.io')
  await expect(tile).toContainText('$0.610 / h')
  await expect(tile).toContainText('created 3 days ago')
  const open = tile.getByRole('link', { name: 'Open RStudio on rna-atlas' })
  await expect(open).toHaveAttribute('href', 'https://rna-atlas.carolinacloud.io/')
  await expect(open).toHaveAttribute('target', '_blank')
  await tile.getByRole('button', { name: 'Copy address of rna-atlas' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'https://rna-atlas.carolinacloud.io/',
  )
  await expectAccessible(page)

  await tile.getByRole('button', { name: 'QR code of rna-atlas' }).click()
  const code = page.getByRole('dialog', { name: 'QR code' })
  await expect(code.getByRole('img')).toHaveAccessibleName('QR code of https://rna-atlas.carolinacloud.io/')
  await expect(code).toHaveCSS('opacity', '1')
  await expectAccessible(page)
})

test('what does not run is listed below, with why and the way to its page', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/webapps')
  const closed = page.getByRole('region', { name: 'Not open now' })
  await expect(closed.getByRole('listitem').filter({ hasText: 'brave-box-979' })).toContainText(
    'It is starting; Marimo opens once it runs.',
  )
  const stopped = closed.getByRole('listitem').filter({ hasText: 'geo-maps-2025' })
  await expect(stopped).toContainText('Stopped: restart it to open RStudio.')
  await stopped.getByRole('link', { name: 'geo-maps-2025' }).click()
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toBeVisible()
})

test('one that starts becomes a tile by itself', async ({ page, sandbox }) => {
  await sandbox.plant([
    { ...app, name: 'fresh', state: 'provisioning', becomes: { state: 'running', seconds: 60 } },
  ])
  await signIn(page, sandbox.key, '/webapps')
  await expect(page.getByRole('region', { name: 'Not open now' })).toContainText('fresh')
  await sandbox.advance(61)
  await expect(page.getByRole('link', { name: 'Open RStudio on fresh' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Not open now' })).toHaveCount(0)
})

test('with many there is a search, kept in the address', async ({ page, sandbox }) => {
  const names = Array.from({ length: 9 }, (_, index) => ({ ...app, name: `studio-${index + 1}` }))
  await sandbox.plant([...names, { ...app, name: 'marimo-one', flavor: 'marimo' }])
  await signIn(page, sandbox.key, '/webapps')
  const open = page.getByRole('link', { name: /^Open / })
  await expect(open).toHaveCount(10)
  const search = page.getByRole('searchbox', { name: 'Search web apps' })
  await search.fill('marimo')
  await expect(open).toHaveCount(1)
  await expect(page).toHaveURL('/webapps?q=marimo')
  await page.reload()
  await expect(search).toHaveValue('marimo')
  await expect(open).toHaveCount(1)
  await search.fill('nothing like it')
  await expect(page.getByRole('main')).toContainText('No web app matches “nothing like it”.')
  await expectAccessible(page)
})

test('few need no search', async ({ page, sandbox }) => {
  await sandbox.plant([{ ...app, name: 'only-one' }])
  await signIn(page, sandbox.key, '/webapps')
  await expect(page.getByRole('link', { name: 'Open RStudio on only-one' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveCount(0)
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

test.describe('with nothing yet', () => {
  test.use({ scenario: 'empty' })

  test('the page says what will be here, and leads to it', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key, '/webapps')
    await expect(page.getByRole('main')).toContainText('No web app is running')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Start a notebook' }).click()
    await expect(page.getByRole('radio', { name: 'Marimo', exact: true })).toBeChecked()
  })
})

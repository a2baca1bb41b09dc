import type { Page } from '@playwright/test'

import { expect, rowOf, signIn, stopClock, test } from '../support/fixtures.ts'

const link = (page: Page, name: string) => rowOf(page, name).getByRole('link', { name, exact: true })

test('letters typed on a name lead to the next name that begins so, and around', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key, '/instances?sort=name')
  await link(page, 'ab').focus()
  // Typing stands still in time, however slow the machine is.
  await stopClock(page)
  await page.keyboard.type('la')
  await expect(link(page, 'lab-notebook')).toBeFocused()
  await page.clock.fastForward(800)
  await page.keyboard.press('l')
  await expect(link(page, 'license-server')).toBeFocused()
  await page.keyboard.press('l')
  await expect(link(page, 'llama-tune')).toBeFocused()
  await page.keyboard.press('l')
  await expect(link(page, 'lab-notebook')).toBeFocused()
  await page.clock.resume()
})

test('on a name `g` is a letter, while `/` and `?` do what they do everywhere', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await link(page, 'ab').focus()
  await page.keyboard.press('g')
  await expect(link(page, 'gateway')).toBeFocused()
  await page.keyboard.press('g')
  await expect(link(page, 'geo-maps-2025')).toBeFocused()
  await expect(page).toHaveURL('/instances?sort=name')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(link(page, 'geo-maps-2025')).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search instances' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('gc')
  await expect(page).toHaveURL('/costs')
})

test('arrows, page keys, Home and End lead from row to row and stay in their column', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await link(page, 'ab').focus()
  await page.keyboard.press('ArrowDown')
  await expect(link(page, 'brave-box-979')).toBeFocused()
  await page.keyboard.press('End')
  await expect(link(page, 'vision-bench')).toBeFocused()
  await expect(link(page, 'vision-bench')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Home')
  await expect(link(page, 'ab')).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(link(page, 'ab')).not.toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(link(page, 'ab')).toBeFocused()
  await page.getByRole('button', { name: 'Actions for ab' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Actions for brave-box-979' })).toBeFocused()
})

test('a row that vanishes hands the focus on to the next one', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await link(page, 'ab').focus()
  await page.keyboard.press('ArrowDown')
  const next = (await page.locator('a:focus').textContent()) ?? ''
  await page.keyboard.press('ArrowUp')
  await expect(link(page, 'ab')).toBeFocused()
  await sandbox.api('delete', '/instance/ab/')
  await expect(link(page, 'ab')).toHaveCount(0, { timeout: 20_000 })
  await expect(link(page, next)).toBeFocused()
})

test('a delete from the menu of a row leaves the focus on the menu of the next one', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await page.getByRole('button', { name: 'Actions for ab' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
  await remove.getByRole('textbox', { name: 'Instance name' }).fill('ab')
  await page.keyboard.press('Enter')
  await expect(remove).toBeHidden()
  await expect(link(page, 'ab')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Actions for brave-box-979' })).toBeFocused()
})

test.describe('among 10,000', () => {
  test.use({ scenario: 'huge' })
  for (const [density, motion] of [
    ['comfortable', 'no-preference'],
    ['compact', 'reduce'],
  ] as const)
    test(`End, Home and letters reach rows that were not drawn, ${density}, motion: ${motion}`, async ({
      page,
      sandbox,
    }) => {
      await page.emulateMedia({ reducedMotion: motion })
      await signIn(page, sandbox.key, `/instances?sort=name&density=${density}`)
      const first = page
        .getByRole('table', { name: 'Instances' })
        .getByRole('link', { name: /^atlas-/ })
        .first()
      await first.focus()
      const firstName = (await first.textContent()) ?? ''
      const focused = page.locator('a:focus')
      await page.keyboard.press('End')
      await expect(focused).toHaveText(/^weather-099\d\d$/)
      await expect(focused).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('o')
      await expect(focused).toHaveText(/^ocean-000\d\d$/)
      await expect(focused).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('ArrowDown')
      await expect(focused).toHaveText(/^ocean-0/)
      await page.keyboard.press('Home')
      await expect(focused).toHaveText(firstName)
    })
})

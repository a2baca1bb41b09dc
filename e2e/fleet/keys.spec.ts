import type { Page } from '@playwright/test'

import { expect, rowOf, signIn, stopClock, test } from '../support/fixtures.ts'

const link = (page: Page, name: string) => rowOf(page, name).getByRole('link', { name, exact: true })

test('keys lead from row to row: letters, arrows, page keys, Home and End; those of every page go on to work', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key, '/instances?sort=name')
  const menuOf = (name: string) => page.getByRole('button', { name: `Actions for ${name}` })

  await test.step('letters typed on a name lead to the next name that begins so, and around', async () => {
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
    await page.clock.fastForward(800)
    await page.clock.resume()
  })

  await test.step('arrows, page keys, Home and End lead from row to row and stay in their column', async () => {
    await page.keyboard.press('End')
    await expect(link(page, 'vision-bench')).toBeFocused()
    await expect(link(page, 'vision-bench')).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Home')
    await expect(link(page, 'ab')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(link(page, 'brave-box-979')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(link(page, 'ab')).toBeFocused()
    await page.keyboard.press('PageDown')
    await expect(link(page, 'ab')).not.toBeFocused()
    await page.keyboard.press('PageUp')
    await expect(link(page, 'ab')).toBeFocused()
    await menuOf('dev-server').focus()
    await page.keyboard.press('ArrowDown')
    await expect(menuOf('far-host')).toBeFocused()
  })

  await test.step('Enter opens', async () => {
    await link(page, 'gateway').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
    await page.goBack()
  })

  await test.step('on a name `g` is a letter, while `/` and `?` do what they do everywhere', async () => {
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
})

import type { Page } from '@playwright/test'

import { atRest, expect, keepReading, rowOf, signIn, test } from '../support/fixtures.ts'

const link = (page: Page, name: string) => rowOf(page, name).getByRole('link', { name, exact: true })
const menuOf = (page: Page, name: string) => page.getByRole('button', { name: `Actions for ${name}` })

const confirmDelete = async (page: Page, name: string) => {
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
  await remove.getByRole('textbox', { name: 'Instance name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(remove).toBeHidden()
}

const deleteByMenu = async (page: Page, name: string) => {
  await menuOf(page, name).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await confirmDelete(page, name)
}

test('a row that vanishes in a poll hands the focus on', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await link(page, 'ab').focus()
  await keepReading(page)

  await test.step('a row that vanishes hands the focus on to the next one', async () => {
    await sandbox.api('delete', '/instance/ab/')
    await expect(link(page, 'ab')).toHaveCount(0)
    await expect(link(page, 'brave-box-979')).toBeFocused()
  })

  await test.step('the last row that vanishes hands the focus on to the one before it', async () => {
    await page.keyboard.press('End')
    await expect(link(page, 'vision-bench')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    const before = (await page.locator('a:focus').textContent()) ?? ''
    await page.keyboard.press('ArrowDown')
    await expect(link(page, 'vision-bench')).toBeFocused()
    await sandbox.api('delete', '/instance/vision-bench/')
    await expect(link(page, 'vision-bench')).toHaveCount(0)
    await expect(link(page, before)).toBeFocused()
  })

  await test.step('a row that vanishes under its open menu hands the focus on', async () => {
    await menuOf(page, 'far-host').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu', { name: 'Actions for far-host' })).toBeVisible()
    await sandbox.api('delete', '/instance/far-host/')
    await expect(link(page, 'far-host')).toHaveCount(0)
    await expect(menuOf(page, 'gateway')).toBeFocused()
  })

  const search = page.getByRole('searchbox', { name: 'Search instances' })
  await test.step('the only match, gone in a poll, leaves the focus on the page', async () => {
    await search.fill('old-archive')
    await expect(link(page, 'gateway')).toHaveCount(0)
    await link(page, 'old-archive').focus()
    await sandbox.api('delete', '/instance/old-archive/')
    await expect(page.getByText('No instance matches')).toBeVisible()
    await expect(page.getByRole('main')).toBeFocused()
  })

  await test.step('the only instance, gone in a poll, leaves the focus on the page', async () => {
    await search.fill('')
    await sandbox.plant([atRest('one')])
    await expect(link(page, 'one')).toBeVisible()
    await expect(link(page, 'gateway')).toHaveCount(0)
    await link(page, 'one').focus()
    await sandbox.api('delete', '/instance/one/')
    await expect(page.getByText('No instances yet')).toBeVisible()
    await expect(page.getByRole('main')).toBeFocused()
  })
})

test('what one deletes oneself leaves the focus where one goes on', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')

  await test.step('a delete from the menu of a row leaves the focus on the menu of the next one', async () => {
    await deleteByMenu(page, 'ab')
    await expect(link(page, 'ab')).toHaveCount(0)
    await expect(menuOf(page, 'brave-box-979')).toBeFocused()
  })

  await test.step('a delete from the palette leaves the focus on the next row', async () => {
    await link(page, 'dev-server').focus()
    await page.keyboard.press('ControlOrMeta+k')
    await page
      .getByRole('combobox', { name: 'Search pages, instances and actions' })
      .fill('delete dev-server')
    await page
      .getByRole('option', { name: /^Delete dev-server/ })
      .first()
      .click()
    await confirmDelete(page, 'dev-server')
    await expect(link(page, 'dev-server')).toHaveCount(0)
    await expect(link(page, 'far-host')).toBeFocused()
  })

  await test.step('a bulk delete leaves the focus on the page', async () => {
    for (const name of ['far-host', 'vision-bench']) await rowOf(page, name).getByRole('checkbox').check()
    await page
      .getByRole('toolbar', { name: 'Selected instances' })
      .getByRole('button', { name: 'Delete…' })
      .click()
    const remove = page.getByRole('alertdialog', { name: 'Delete instances' })
    await remove.getByRole('textbox').fill('2')
    await page.keyboard.press('Enter')
    await expect(link(page, 'far-host')).toHaveCount(0)
    await expect(link(page, 'vision-bench')).toHaveCount(0)
    await remove.getByRole('button', { name: 'Done' }).click()
    await expect(remove).toBeHidden()
    await expect(page.locator('body > * :focus')).toHaveCount(1)
  })

  await test.step('the only match, deleted from its menu, leaves the focus on the page', async () => {
    const search = page.getByRole('searchbox', { name: 'Search instances' })
    await search.fill('old-archive')
    await expect(link(page, 'gateway')).toHaveCount(0)
    await deleteByMenu(page, 'old-archive')
    await expect(page.getByText('No instance matches')).toBeVisible()
    await expect(page.getByRole('main')).toBeFocused()
    await search.fill('')
  })

  await test.step('a delete from the page of an instance leads to the list with the focus on the page', async () => {
    await link(page, 'gateway').click()
    await page.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).click()
    await confirmDelete(page, 'gateway')
    await expect(page).toHaveURL('/instances')
    await expect(link(page, 'tutorial-marimo')).toBeVisible()
    await expect(link(page, 'gateway')).toHaveCount(0)
    await expect(page.getByRole('main')).toBeFocused()
  })
})

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

test('the last row that vanishes hands the focus on to the one before it', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await link(page, 'ab').focus()
  await page.keyboard.press('End')
  await expect(link(page, 'vision-bench')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  const before = (await page.locator('a:focus').textContent()) ?? ''
  await page.keyboard.press('ArrowDown')
  await sandbox.api('delete', '/instance/vision-bench/')
  await expect(link(page, 'vision-bench')).toHaveCount(0, { timeout: 20_000 })
  await expect(link(page, before)).toBeFocused()
})

test('a row that vanishes under its open menu hands the focus on', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await menuOf(page, 'ab').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: 'Actions for ab' })).toBeVisible()
  await sandbox.api('delete', '/instance/ab/')
  await expect(link(page, 'ab')).toHaveCount(0, { timeout: 20_000 })
  await expect(menuOf(page, 'brave-box-979')).toBeFocused()
})

test('the only instance, gone in a poll, leaves the focus on the page', async ({ page, sandbox }) => {
  await sandbox.plant([atRest('one')])
  await signIn(page, sandbox.key, '/instances?sort=name')
  await link(page, 'one').focus()
  await sandbox.api('delete', '/instance/one/')
  await keepReading(page)
  await expect(page.getByText('No instances yet')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('the only match, deleted from its menu, leaves the focus on the page', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?q=vision-bench')
  await deleteByMenu(page, 'vision-bench')
  await expect(page.getByText('No instance matches')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('the only match, gone in a poll, leaves the focus on the page', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?q=vision-bench')
  await link(page, 'vision-bench').focus()
  await sandbox.api('delete', '/instance/vision-bench/')
  await keepReading(page)
  await expect(page.getByText('No instance matches')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('a delete from the page of an instance leads to the list with the focus on the page', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/ab')
  await page.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).click()
  await confirmDelete(page, 'ab')
  await expect(page).toHaveURL('/instances')
  await expect(link(page, 'vision-bench')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('a bulk delete leaves the focus on the page', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  for (const name of ['ab', 'vision-bench']) await rowOf(page, name).getByRole('checkbox').check()
  await page
    .getByRole('toolbar', { name: 'Selected instances' })
    .getByRole('button', { name: 'Delete…' })
    .click()
  const remove = page.getByRole('alertdialog', { name: 'Delete instances' })
  await remove.getByRole('textbox').fill('2')
  await page.keyboard.press('Enter')
  await expect(link(page, 'ab')).toHaveCount(0)
  await expect(link(page, 'vision-bench')).toHaveCount(0)
  await remove.getByRole('button', { name: 'Done' }).click()
  await expect(remove).toBeHidden()
  await expect(page.locator('body > * :focus')).toHaveCount(1)
})

test('a delete from the palette leaves the focus on the next row', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  await link(page, 'ab').focus()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search pages, instances and actions' }).fill('delete ab')
  await page
    .getByRole('option', { name: /^Delete ab/ })
    .first()
    .click()
  await confirmDelete(page, 'ab')
  await expect(link(page, 'ab')).toHaveCount(0)
  await expect(link(page, 'brave-box-979')).toBeFocused()
})

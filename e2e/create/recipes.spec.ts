import type { Page } from '@playwright/test'

import { expect, expectAccessible, test } from '../support/fixtures.ts'

import { type createForm, openCreate, publicKey } from './create-form.ts'

const saveAs = async (page: Page, name: string, button = 'Save recipe') => {
  await page.getByRole('button', { name: 'Save recipe' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save recipe' })
  await dialog.getByLabel('Recipe name').fill(name)
  await dialog.getByRole('button', { name: button }).click()
  await expect(dialog).toBeHidden()
}

const openRecipes = async (page: Page) => {
  await page.getByRole('button', { name: 'Recipes' }).click()
  return page.getByRole('dialog', { name: 'Recipes' })
}

const fillAtlas = async ({ fill, radio, field }: ReturnType<typeof createForm>) => {
  await radio('RStudio').check()
  await radio('High performance').check()
  await field('GPU model').selectOption('RTX 5090')
  await fill({
    vCPUs: '16',
    'Memory (GiB)': '64',
    'Disk (GiB)': '500',
    Name: 'atlas-by-hand',
    'SSH public key': publicKey,
    'S3 secret access key': 'typed-s3-secret',
    'Anthropic API key': 'typed-anthropic-key',
  })
}

test('a recipe is saved without a secret, and fills in the form after a reload and in another browser', async ({
  page,
  context,
  browser,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const form = await openCreate(page, sandbox)

  await test.step('no recipe holds a secret, and its link fills in the same form in another browser', async () => {
    await fillAtlas(form)
    await saveAs(page, 'Weekly atlas')
    const stored = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
    expect(stored).toContain('Weekly atlas')
    expect(stored).not.toMatch(/typed-s3-secret|typed-anthropic-key|atlas-by-hand|ssh-ed25519/)

    const recipes = await openRecipes(page)
    await recipes.getByRole('button', { name: 'Copy link to Weekly atlas' }).click()
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
    const elsewhere = await browser.newContext()
    const other = await elsewhere.newPage()
    const there = await openCreate(other, sandbox, link.search)
    await expect(there.radio('RStudio')).toBeChecked()
    await expect(there.field('Disk (GiB)')).toHaveValue('500')
    await expect(there.field('Name')).not.toHaveValue('atlas-by-hand')
    await expect(there.field('S3 secret access key')).toHaveValue('')
    await elsewhere.close()
    await page.keyboard.press('Escape')
  })

  await test.step('a recipe is there after a reload, and fills in the form without its name', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Start over' }).click()
    await form.field('Name').fill('kept-name')
    await form.field('S3 secret access key').fill('kept-secret')

    const recipes = await openRecipes(page)
    await expect(recipes).toContainText('RStudio · 16 vCPU · 64 GiB · 500 GiB · High performance · RTX 5090')
    await expectAccessible(page)
    await recipes.getByRole('button', { name: 'Use Weekly atlas' }).click()
    await expect(form.radio('RStudio')).toBeChecked()
    await expect(form.field('vCPUs')).toHaveValue('16')
    await expect(form.field('GPU model')).toHaveValue('RTX 5090')
    await expect(form.field('SSH public key')).toHaveValue('')
    await expect(form.field('Name')).toHaveValue('kept-name')
    await expect(form.field('S3 secret access key')).toHaveValue('kept-secret')
    await expect(form.summary).toContainText('16 vCPU')

    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await expect(form.radio('Base')).toBeChecked()
    await expect(form.field('GPU model')).toHaveValue('')
  })
})

test('recipes are renamed, removed and replaced, and what is lost is said first or can be taken back', async ({
  page,
  sandbox,
}) => {
  const { field } = await openCreate(page, sandbox)

  await test.step('recipes can be renamed and removed, and a removal taken back', async () => {
    const empty = await openRecipes(page)
    await expect(empty).toContainText('No recipes yet')
    await page.keyboard.press('Escape')
    await saveAs(page, 'First')
    await saveAs(page, 'Second')

    const recipes = await openRecipes(page)
    await recipes.getByRole('button', { name: 'Rename First' }).click()
    const name = recipes.getByLabel('New name of First')
    await name.fill('Second')
    await page.keyboard.press('Enter')
    await expect(name).toHaveAccessibleDescription(/Another recipe has this name/)
    await name.fill('Third')
    await page.keyboard.press('Enter')
    await expect(recipes.getByRole('button', { name: 'Use Third' })).toBeVisible()

    await recipes.getByRole('button', { name: 'Remove Second' }).click()
    await expect(recipes.getByRole('button', { name: 'Use Second' })).toHaveCount(0)
    await expect(recipes.getByRole('button', { name: 'Undo' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(recipes.getByRole('button', { name: 'Use Second' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a recipe of the same name is replaced, and says so first', async () => {
    await saveAs(page, 'Small box')
    await field('vCPUs').fill('8')
    await page.getByRole('button', { name: 'Save recipe' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save recipe' })
    await dialog.getByLabel('Recipe name').fill('small box')
    await expect(dialog.getByLabel('Recipe name')).toHaveAccessibleDescription(/2 vCPU.*Saving replaces it/)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Replace recipe' }).click()
    const recipes = await openRecipes(page)
    await expect(recipes.getByRole('listitem')).toHaveCount(3)
    await expect(recipes).toContainText('8 vCPU')
  })
})

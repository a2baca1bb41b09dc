import { expect, signIn, test } from '../support/fixtures.ts'

import { createForm } from './create-form.ts'

test('one more like an instance: the same choices under a new name, from its row and from the palette', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances')
  await page.getByRole('button', { name: 'Actions for rna-atlas', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Create one like it' }).click()
  await expect(page).toHaveURL(/\/instances\/new\?.*flavor=rstudioserver/)
  expect(page.url()).not.toContain('rna-atlas')
  const { field, radio } = createForm(page)
  await expect(radio('RStudio')).toBeChecked()
  await expect(radio('High performance')).toBeChecked()
  await expect(radio('Large')).toBeChecked()
  await expect(field('Name')).toHaveValue(/^[a-z]+-[a-z]+-\d+$/)

  await page.keyboard.press('ControlOrMeta+k')
  await page
    .getByRole('combobox', { name: 'Search pages, instances and actions' })
    .fill('create one like llama-tune')
  await page.keyboard.press('Enter')
  await expect(field('GPU model')).toHaveValue('RTX 5090')
})

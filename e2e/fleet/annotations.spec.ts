import type { Page } from '@playwright/test'

import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

const open = async (page: Page, name: string) => {
  await rowOf(page, name).getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

test('notes, tags and a lock: what they find, and what they keep from being stopped or deleted', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)

  await test.step('notes and tags find an instance, and there is a filter once there is a tag', async () => {
    const filter = page.getByRole('button', { name: 'Filter', exact: true })
    const choices = page.getByRole('dialog', { name: 'Filter' })
    await filter.click()
    await expect(choices.getByRole('group', { name: 'State' })).toBeVisible()
    await expect(choices.getByRole('group', { name: 'Tag' })).toHaveCount(0)
    await page.keyboard.press('Escape')

    await open(page, 'gateway')
    await page.getByLabel('Add tag').fill('paper')
    await page.keyboard.press('Enter')
    await page.getByLabel('Note', { exact: true }).fill('Ask Zoe before the demo')
    await page.getByRole('heading', { level: 1 }).click()
    await page.goBack()

    await filter.click()
    await page.getByRole('checkbox', { name: 'paper' }).check()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL('/instances?tag=paper')
    await expect(rowOf(page, 'gateway')).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    await page.getByRole('button', { name: 'Clear filter Tag' }).click()

    await page.getByRole('searchbox', { name: 'Search instances' }).fill('zoe demo')
    await expect(rowOf(page, 'gateway')).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('searchbox', { name: 'Search instances' }).fill('')
  })

  await test.step('a locked instance shows its lock, and neither its menu nor a bulk action stops or deletes it', async () => {
    await open(page, 'rna-atlas')
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await page.goBack()
    const row = rowOf(page, 'rna-atlas')
    await expect(row.getByRole('img', { name: 'Locked in this browser' })).toBeVisible()
    await expect(rowOf(page, 'lab-notebook').getByRole('img', { name: 'Locked' })).toHaveCount(0)

    await page.getByRole('button', { name: 'Actions for rna-atlas' }).click()
    const menu = page.getByRole('menu')
    for (const action of ['Stop', 'Delete']) {
      const entry = menu.getByRole('menuitem', { name: action })
      await expect(entry).toHaveAttribute('aria-disabled', 'true')
      await expect(entry).toContainText('Locked in this browser')
    }
    await page.keyboard.press('Escape')

    for (const name of ['rna-atlas', 'lab-notebook']) await page.getByLabel(`Select ${name}`).check()
    const bar = page.getByRole('toolbar', { name: 'Selected instances' })
    for (const action of ['Stop', 'Delete']) {
      await bar.getByRole('button', { name: `${action}…` }).click()
      const dialog = page.getByRole('alertdialog', { name: `${action} instances` })
      await expect(dialog.getByRole('listitem').filter({ hasText: 'rna-atlas is left out' })).toContainText(
        'Locked in this browser',
      )
      await expect(dialog.getByRole('button', { name: `${action} 1 instance` })).toBeVisible()
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Cancel' }).click()
    }
  })
})

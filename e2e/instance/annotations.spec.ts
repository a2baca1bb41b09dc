import { expect, expectAccessible, region, rowOf, signIn, test } from '../support/fixtures.ts'
import { announced, button, dialog, goTo } from './support.ts'

const refusal = 'Locked in this browser: unlock it first.'

test('a lock blocks stop and delete, wherever they are offered and in every tab', async ({
  page,
  sandbox,
  context,
}) => {
  await test.step('a lock blocks stop and delete wherever they are offered, until it is lifted', async () => {
    await signIn(page, sandbox.key, '/instances/rna-atlas')
    await button(page, 'Lock').click()
    await expect(announced(page)).toContainText('it can be neither stopped nor deleted from this browser')
    await expect(button(page, 'Stop')).toHaveAccessibleDescription(refusal)
    await expect(button(page, 'Delete')).toHaveAccessibleDescription(refusal)
    await expect(button(page, 'Resize')).not.toHaveAttribute('aria-disabled')
    await button(page, 'Stop').click({ force: true })
    await expect(dialog(page, 'Stop instance')).toBeHidden()
    await expectAccessible(page)

    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill('stop rna-atlas')
    const stop = page.getByRole('option', { name: /Stop rna-atlas/ })
    await expect(stop).toHaveAttribute('aria-disabled', 'true')
    await expect(stop).toContainText(refusal)
    await page.keyboard.press('Escape')

    await page.getByRole('link', { name: 'Instances', exact: true }).first().click()
    await page.getByRole('button', { name: 'Actions for rna-atlas' }).click()
    const menu = page.getByRole('menu', { name: 'Actions for rna-atlas' })
    await expect(menu.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
    await expect(menu.getByText(refusal)).toHaveCount(2)
    await page.keyboard.press('Escape')

    await page.getByRole('checkbox', { name: 'Select rna-atlas' }).check()
    await page.getByRole('checkbox', { name: 'Select tutorial-marimo' }).check()
    await page.getByRole('toolbar').getByRole('button', { name: /^Stop/ }).click()
    const bulk = page.getByRole('alertdialog')
    await expect(bulk).toContainText('rna-atlas is left out')
    await expect(bulk).toContainText(refusal)
    await expect(bulk.getByRole('button', { name: 'Stop 1 instance' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(bulk).toBeHidden()

    await rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true }).click()
    await button(page, 'Unlock').click()
    await expect(button(page, 'Stop')).not.toHaveAttribute('aria-disabled')
    const asked = await sandbox.requests()
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  await test.step('a lock made in one tab holds in the other', async () => {
    const other = await context.newPage()
    await signIn(other, sandbox.key, '/instances/rna-atlas')
    await expect(button(other, 'Stop')).not.toHaveAttribute('aria-disabled')
    await button(page, 'Lock').click()
    await expect(button(other, 'Stop')).toHaveAccessibleDescription(refusal)
  })
})

test('an instance’s page keeps what one writes of it, and lists what was done to it', async ({
  page,
  sandbox,
}) => {
  await test.step('notes and tags are saved as they are typed, by keyboard alone, and are there after a reload', async () => {
    await signIn(page, sandbox.key, '/instances/gateway')
    const notes = region(page, 'Notes')
    await notes.getByRole('textbox', { name: 'Add tag' }).focus()
    await page.keyboard.type(' Paper 2027 ')
    await page.keyboard.press('Enter')
    await page.keyboard.type('paper 2027,front door')
    await page.keyboard.press('Tab')
    await expect(notes.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
      'paper 2027',
      'front door',
    ])
    await notes.getByRole('textbox', { name: 'Note', exact: true }).fill('Keep until the reviewers answer.')
    await expect(notes).toContainText('Saved in this browser.')
    await expectAccessible(page)

    await page.reload()
    await expect(notes.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(
      'Keep until the reviewers answer.',
    )
    await notes.getByRole('button', { name: 'Remove tag paper 2027' }).click()
    await expect(notes.getByRole('listitem')).toHaveText(['front door'])
    await expect(notes.getByRole('textbox', { name: 'Add tag' })).toBeFocused()
    await page.keyboard.press('Backspace')
    await expect(notes.getByRole('listitem')).toHaveCount(0)
  })

  await test.step('what was done to an instance and seen of it is listed on its page', async () => {
    await goTo(page, 'tutorial-marimo')
    const activity = region(page, 'Activity')
    await expect(activity).toContainText('Nothing seen yet.')
    await button(page, 'Stop').click()
    await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
    await expect(activity.getByRole('listitem').first()).toContainText('Stopp')
    await sandbox.advance(10)
    await expect(activity.getByRole('listitem')).toHaveText(/^Stopped.*you/)
    await expectAccessible(page)
    await activity.getByRole('link', { name: 'All activity of tutorial-marimo' }).click()
    await expect(page).toHaveURL('/activity?q=tutorial-marimo')
  })
})

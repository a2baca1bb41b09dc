import { expect, region, signIn, test } from '../support/fixtures.ts'
import { button, dialog, expectState, goTo, notices, uuidOf } from './support.ts'

test('an instance gets another name, unless it is taken, and the address follows where it is by name', async ({
  page,
  sandbox,
}) => {
  const rename = dialog(page, 'Rename instance')
  const name = rename.getByRole('textbox', { name: 'Name' })

  await test.step('under a uuid the address stays as it is', async () => {
    const uuid = await uuidOf(sandbox, 'gateway')
    await signIn(page, sandbox.key, `/instances/${uuid}`)
    await button(page, 'Rename').click()
    await name.fill('gateway-2')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('gateway-2')
    await expect(page).toHaveURL(`/instances/${uuid}`)
  })

  await test.step('a name that is taken is said at the field', async () => {
    await goTo(page, 'rna-atlas')
    await button(page, 'Rename').click()
    await name.fill('llama-tune')
    await rename.getByRole('button', { name: 'Rename instance' }).click()
    await expect(name).toHaveAccessibleDescription(/already exists/)
    await expect(name).toHaveValue('llama-tune')
    await expect(page).toHaveURL('/instances/rna-atlas')
  })

  await test.step('rename checks the rule while one types, and the address follows', async () => {
    await page.keyboard.press('Escape')
    await expect(rename).toBeHidden()
    await page.getByRole('radio', { name: '1 h', exact: true }).check()
    await expect(page).toHaveURL('/instances/rna-atlas?window=1h')
    await button(page, 'Rename').click()
    await expect(name).toHaveValue('rna-atlas')
    await name.fill('Rna_Atlas')
    await expect(name).toHaveAccessibleDescription(/lowercase letters, digits and hyphens only/)
    await name.fill('rna-atlas-final')
    await rename.getByRole('button', { name: 'Rename instance' }).click()
    await expect(rename).toBeHidden()
    await expect(page).toHaveURL('/instances/rna-atlas-final?window=1h')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rna-atlas-final')
    await expect(page).toHaveTitle('● rna-atlas-final · Hatteras')
  })
})

test('delete wants the name, says what is lost, and leads back to the fleet', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Delete').click()
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
  // What is on the disk, as soon as it is known.
  await expect(remove).toContainText(/loses [\d.]+\sGiB for good/)
  await expect(remove).toContainText('−$0.610 / h')
  await expect(remove).toHaveAccessibleDescription('Its name, address and password will go too.')
  const confirm = remove.getByRole('button', { name: 'Delete instance' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  const name = remove.getByRole('textbox', { name: 'Instance name' })
  await name.fill('rna-atla')
  await page.keyboard.press('Enter')
  await expect(remove).toBeVisible()
  await name.fill('rna-atlas')
  await confirm.click()
  await expect(page).toHaveURL('/instances')
  await expect(notices(page)).toContainText('rna-atlas is deleted.')
  await expect(page.getByRole('link', { name: 'rna-atlas', exact: true })).toHaveCount(0)
})

test('delete offers less where less will do, and says what is lost where nothing was measured', async ({
  page,
  sandbox,
}) => {
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })

  await test.step('delete offers a stop in its place where that is possible', async () => {
    await signIn(page, sandbox.key, '/instances/rna-atlas')
    await button(page, 'Delete').click()
    await expect(remove.getByRole('textbox', { name: 'Instance name' })).toBeFocused()
    await remove.getByRole('button', { name: 'Stop instead' }).click()
    await expect(remove).toBeHidden()
    const stop = dialog(page, 'Stop instance')
    await expect(stop.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(stop).toBeHidden()
    await expect(button(page, 'Delete')).toBeFocused()
    const asked = await sandbox.requests()
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  await test.step('of what was never measured the whole disk is named, and nothing stopped is offered a stop', async () => {
    await goTo(page, 'ab')
    await expectState(page, 'exited')
    await button(page, 'Delete').click()
    await expect(remove).toContainText('loses 10 GiB disk for good')
    await expect(remove.getByRole('button', { name: 'Stop instead' })).toBeHidden()
  })
})

test('a delete that goes wrong is told as it came about, and what is deleted cannot be acted on', async ({
  page,
  sandbox,
}) => {
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
  const deletesAsked = async () =>
    (await sandbox.requests()).filter(({ method }) => method === 'DELETE').length

  await test.step('a delete that did not reach the service keeps the dialog and the name', async () => {
    await signIn(page, sandbox.key, '/instances/dev-server')
    await button(page, 'Delete').click()
    await remove.getByRole('textbox', { name: 'Instance name' }).fill('dev-server')
    await sandbox.faults([{ method: 'DELETE', path: '/api/instance/*', effect: 'drop' }])
    await remove.getByRole('button', { name: 'Delete instance' }).click()
    await expect(remove.getByRole('alert')).toContainText('It is not known whether dev-server was deleted.')
    await expect(remove.getByRole('textbox', { name: 'Instance name' })).toHaveValue('dev-server')
    await sandbox.faults([])
    await remove.getByRole('button', { name: 'Delete instance' }).click()
    await expect(page).toHaveURL('/instances')
  })

  await test.step('a delete whose answer is lost is not sent again, and the page finds out', async () => {
    await goTo(page, 'ab')
    await expectState(page, 'exited')
    await button(page, 'Delete').click()
    await remove.getByRole('textbox', { name: 'Instance name' }).fill('ab')
    const before = await deletesAsked()
    await sandbox.faults([{ method: 'DELETE', path: '/api/instance/*', effect: 'html', after: true }])
    await remove.getByRole('button', { name: 'Delete instance' }).click()
    await expect(page.getByRole('main')).toContainText('This browser last saw ab')
    await expect(remove).toBeHidden()
    expect(await deletesAsked()).toBe(before + 1)
  })

  await test.step('the page says of a deleted instance that it cannot be acted on', async () => {
    await goTo(page, 'field-trial-2023')
    await expectState(page, 'deleted')
    await expect(region(page, 'Deletion')).toContainText('Billing ended, its data is gone.')
    for (const name of ['Stop', 'Restart', 'Resize', 'Rename', 'Delete'])
      await expect(button(page, name)).toHaveCount(0)
    for (const name of ['Connect', 'Cost']) await expect(region(page, name)).toHaveCount(0)
    await page.getByRole('link', { name: 'Create one like it' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create instance')
  })
})

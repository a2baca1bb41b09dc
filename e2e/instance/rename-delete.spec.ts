import { expect, signIn, test } from '../support/fixtures.ts'
import { button, dialog, expectState, notices, region } from './support.ts'

test('rename checks the rule while one types, and the address follows', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas?window=1h')
  await button(page, 'Rename').click()
  const rename = dialog(page, 'Rename instance')
  const name = rename.getByRole('textbox', { name: 'Name' })
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

test('a name that is taken is said at the field', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Rename').click()
  const rename = dialog(page, 'Rename instance')
  const name = rename.getByRole('textbox', { name: 'Name' })
  await name.fill('gateway')
  await rename.getByRole('button', { name: 'Rename instance' }).click()
  await expect(name).toHaveAccessibleDescription(/already exists/)
  await expect(name).toHaveValue('gateway')
  await expect(page).toHaveURL('/instances/rna-atlas')
})

test('under a uuid the address stays as it is', async ({ page, sandbox }) => {
  const uuid = await sandbox
    .api('get', '/instance/gateway/')
    .then((instance) =>
      instance !== null && typeof instance === 'object' && 'uuid' in instance ? String(instance.uuid) : '',
    )
  await signIn(page, sandbox.key, `/instances/${uuid}`)
  await button(page, 'Rename').click()
  await dialog(page, 'Rename instance').getByRole('textbox', { name: 'Name' }).fill('gateway-2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('gateway-2')
  await expect(page).toHaveURL(`/instances/${uuid}`)
})

test('delete wants the name, says what is lost, and leads back to the fleet', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Delete').click()
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
  await expect(remove).toContainText('All data on the 500 GiB disk of rna-atlas is lost for good')
  await expect(remove).toContainText('$0.61 / h → to nothing')
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

test('a delete whose answer is lost is not sent again, and the page finds out', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/ab')
  await expectState(page, 'exited')
  await button(page, 'Delete').click()
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
  await remove.getByRole('textbox', { name: 'Instance name' }).fill('ab')
  await sandbox.faults([{ method: 'DELETE', path: '/api/instance/*', effect: 'html', after: true }])
  await remove.getByRole('button', { name: 'Delete instance' }).click()
  await expect(page.getByRole('main')).toContainText('This browser last saw ab')
  await expect(remove).toBeHidden()
  const asked = await sandbox.requests()
  expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(1)
})

test('a delete that did not reach the service keeps the dialog and the name', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/ab')
  await button(page, 'Delete').click()
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
  await remove.getByRole('textbox', { name: 'Instance name' }).fill('ab')
  await sandbox.faults([{ method: 'DELETE', path: '/api/instance/*', effect: 'drop' }])
  await remove.getByRole('button', { name: 'Delete instance' }).click()
  await expect(remove.getByRole('alert')).toContainText('It is not known whether ab was deleted.')
  await expect(remove.getByRole('textbox', { name: 'Instance name' })).toHaveValue('ab')
  await sandbox.faults([])
  await remove.getByRole('button', { name: 'Delete instance' }).click()
  await expect(page).toHaveURL('/instances')
})

test('the page says of a deleted instance that it cannot be acted on', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/field-trial-2023')
  await expectState(page, 'deleted')
  await expect(button(page, 'Delete')).toHaveAccessibleDescription(/already deleted/)
  await expect(region(page, 'Cost')).toContainText('not billed in this state')
})

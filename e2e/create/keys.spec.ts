import { expect, test } from '../support/fixtures.ts'

import { openCreate, publicKey } from './create-form.ts'

const pick = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

test('a .pub file can be chosen, and the key is offered the next time', async ({ page, sandbox }) => {
  const { create, field } = await openCreate(page, sandbox)
  await page.locator('input[type=file]').setInputFiles(pick('id_ed25519.pub', `${publicKey}\n`))
  await expect(field('SSH public key')).toHaveValue(publicKey)
  await field('Name').fill('first-with-key')
  await create.click()
  await expect(page).toHaveURL('/instances/first-with-key')
  await page.goto('/instances/new')
  await expect(field('SSH public key')).toHaveValue('')
  await page.getByRole('button', { name: 'Use key ada@lab.example' }).click()
  await expect(field('SSH public key')).toHaveValue(publicKey)
})

test('a .pub file can be dropped', async ({ page, sandbox }) => {
  const { field } = await openCreate(page, sandbox)
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'id_ed25519.pub', { type: 'text/plain' }))
    return data
  }, publicKey)
  await field('SSH public key').dispatchEvent('drop', { dataTransfer: transfer })
  await expect(field('SSH public key')).toHaveValue(publicKey)
})

test('a file that is no public key does not get into the form', async ({ page, sandbox }) => {
  const { field } = await openCreate(page, sandbox)
  const files = page.locator('input[type=file]')
  await files.setInputFiles(pick('id_ed25519', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n'))
  await expect(field('SSH public key')).toHaveAccessibleDescription(/This is a private key/)
  await files.setInputFiles(pick('notes.txt', 'buy milk'))
  await expect(field('SSH public key')).toHaveAccessibleDescription(/starts with its type/)
  await files.setInputFiles(pick('large.bin', 'x'.repeat(20_000)))
  await expect(field('SSH public key')).toHaveAccessibleDescription(/large.bin holds no public key/)
  await expect(field('SSH public key')).toHaveValue('')
})

test('text that is no key is told while it is pasted, and a wrapped one is put on one line', async ({
  page,
  sandbox,
}) => {
  const { field } = await openCreate(page, sandbox)
  await field('SSH public key').fill('hello')
  await expect(field('SSH public key')).toHaveAccessibleDescription(/starts with its type/)
  await field('SSH public key').fill(publicKey.slice(0, 60))
  await expect(field('SSH public key')).toHaveAccessibleDescription(/not whole/)
  await field('SSH public key').fill(publicKey)
  await expect(field('SSH public key')).toHaveAccessibleDescription('optional')
  await field('SSH public key').fill('')
  await field('SSH public key').fill(`${publicKey.slice(0, 60)}\n${publicKey.slice(60)}\n`)
  await expect(field('SSH public key')).toHaveValue(publicKey)
  await expect(field('SSH public key')).toHaveAccessibleDescription('optional')
})

import type { Locator } from '@playwright/test'

import { expect, test } from '../support/fixtures.ts'

import { openCreate, publicKey } from './create-form.ts'

const pick = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

/** Drops files, or a text, on a field. Returns whether the browser would go on to open what was dropped in place of the page. */
const drop = (target: Locator, files: Readonly<Record<string, string>>, text = '') =>
  target.evaluate(
    (element, dropped) => {
      const dataTransfer = new DataTransfer()
      for (const [name, content] of Object.entries(dropped.files))
        dataTransfer.items.add(new File([content], name, { type: 'text/plain' }))
      if (dropped.text !== '') dataTransfer.setData('text/plain', dropped.text)
      return element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    { files, text },
  )

test('a key is pasted, dropped or chosen as a file, and offered the next time; what is none is told', async ({
  page,
  sandbox,
}) => {
  const { create, field } = await openCreate(page, sandbox)

  await test.step('text that is no key is told while it is pasted, and a wrapped one is put on one line', async () => {
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

  await test.step('a file that is no public key does not get into the form', async () => {
    const files = page.locator('input[type=file]')
    await field('SSH public key').fill('')
    await files.setInputFiles(pick('id_ed25519', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n'))
    await expect(field('SSH public key')).toHaveAccessibleDescription(/is a private key/)
    await files.setInputFiles(pick('notes.txt', 'buy milk'))
    await expect(field('SSH public key')).toHaveAccessibleDescription(/notes\.txt holds no public key/)
    await files.setInputFiles(pick('large.bin', 'x'.repeat(20_000)))
    await expect(field('SSH public key')).toHaveAccessibleDescription(/large.bin holds no public key/)
    await expect(field('SSH public key')).toHaveValue('')
  })

  await test.step('a key can be dropped in its place or beside it, with others and as text', async () => {
    const key = field('SSH public key')
    const secret = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n'
    const pub = { 'id_ed25519.pub': `${publicKey}\n` }
    await field('Name').fill('stays')

    expect(await drop(key, pub)).toBe(false)
    await expect(key).toHaveValue(publicKey)
    await key.fill('')
    expect(await drop(field('Name'), { id_ed25519: secret, ...pub })).toBe(false)
    await expect(key).toHaveValue(publicKey)
    await key.fill('')
    expect(await drop(key, {}, `${publicKey}\n`)).toBe(false)
    await expect(key).toHaveValue(publicKey)
    await key.fill('')

    expect(await drop(page.getByRole('heading', { level: 1 }), { id_ed25519: secret })).toBe(false)
    await expect(key).toHaveAccessibleDescription(/is a private key/)
    expect(await drop(key, {}, secret)).toBe(false)
    await expect(key).toHaveValue('')
    await expect(page.getByText('OPENSSH')).toHaveCount(0)
    // A text that is dropped elsewhere is for the field it is dropped on.
    expect(await drop(field('Name'), {}, 'other')).toBe(true)
    await expect(field('Name')).toHaveValue('stays')
  })

  await test.step('a .pub file can be chosen, and the key is offered the next time', async () => {
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
})

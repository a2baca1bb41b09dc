import { expect, test } from '../support/fixtures.ts'

import { openCreate } from './create-form.ts'

test('what is folded unfolds for whoever goes there, and what is wrong says where it is', async ({
  page,
  sandbox,
}) => {
  const { create, field, fill, summary } = await openCreate(page, sandbox)

  await test.step('S3 and the assistants are folded until wanted, and whoever goes to a field unfolds it', async () => {
    const s3 = page.getByRole('button', { name: /^Copy data from S3/ })
    const assistants = page.getByRole('button', { name: /^Claude and notebook AI/ })
    const heightOf = async (label: string) =>
      field(label).evaluate((input) => input.closest('h3 + div')?.clientHeight ?? 0)
    for (const fold of [s3, assistants]) await expect(fold).toHaveAttribute('aria-expanded', 'false')
    expect(await heightOf('S3 endpoint URL')).toBe(0)

    await s3.click()
    await expect(s3).toHaveAttribute('aria-expanded', 'true')
    expect(await heightOf('S3 endpoint URL')).toBeGreaterThan(100)
    await s3.click()
    await expect(s3).toHaveAttribute('aria-expanded', 'false')

    await page.keyboard.press('Tab')
    await expect(field('S3 endpoint URL')).toBeFocused()
    await expect(field('S3 endpoint URL')).toBeInViewport({ ratio: 1 })
    await expect(s3).toHaveAttribute('aria-expanded', 'true')
    await field('Anthropic API key').fill('an-anthropic-key')
    await expect(assistants).toHaveAttribute('aria-expanded', 'true')
  })

  await test.step('the wrong fields are counted at the button and lead to their places', async () => {
    await fill({ Name: 'Not A Name', 'SSH public key': 'junk', 'S3 bucket path': 'lab/reads' })
    await expect(summary.getByText('need you')).toHaveCount(0)
    await create.click()
    const list = summary.getByRole('group', { name: '5 fields need you' })
    await expect(list.getByRole('button')).toHaveText([
      'Name',
      'SSH public key',
      'S3 endpoint URL',
      'S3 access key ID',
      'S3 secret access key',
    ])
    await list.getByRole('button', { name: 'S3 secret access key' }).click()
    await expect(field('S3 secret access key')).toBeFocused()
    await fill({ 'S3 bucket path': '', Name: 'a-name' })
    await expect(summary.getByRole('group', { name: '1 field needs you' })).toBeVisible()
    await fill({ 'SSH public key': '' })
    await expect(summary.getByText(/needs? you/)).toHaveCount(0)
  })
})

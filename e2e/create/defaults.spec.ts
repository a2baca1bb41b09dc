import { expect, test } from '../support/fixtures.ts'

import { openCreate, publicKey } from './create-form.ts'

test('defaults of one’s own open the form where no link does, and hold no secret', async ({
  page,
  sandbox,
}) => {
  const { field, fill, radio } = await openCreate(page, sandbox)
  await radio('High performance').check()
  await fill({
    vCPUs: '6',
    'Memory (GiB)': '24',
    'Disk (GiB)': '120',
    'SSH public key': publicKey,
    'S3 endpoint URL': 'https://s3.lab.example',
    'S3 access key ID': 'AKIAEXAMPLE',
    'S3 secret access key': 'typed-secret',
    'Anthropic API key': 'typed-key',
  })
  await page.getByRole('button', { name: 'Use as my defaults' }).click()
  const stored = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  expect(stored).toContain('https://s3.lab.example')
  expect(stored).not.toMatch(/typed-secret|typed-key|AKIAEXAMPLE/)

  await page.evaluate(() => sessionStorage.removeItem('hatteras:create-draft'))
  await page.goto('/instances/new')
  await expect(field('vCPUs')).toHaveValue('6')
  await expect(field('SSH public key')).toHaveValue(publicKey)
  await expect(radio('High performance')).toBeChecked()
  await radio('Marimo').check()
  await expect(field('vCPUs')).toHaveValue('6')
  await expect(field('S3 endpoint URL')).toHaveValue('')
  await field('S3 bucket path').fill('lab/reads')
  await expect(field('S3 endpoint URL')).toHaveValue('https://s3.lab.example')

  await page.goto('/instances/new?flavor=marimo')
  await expect(field('vCPUs')).toHaveValue('2')
  await page.getByRole('button', { name: 'Forget my defaults' }).click()
  await expect(page.getByRole('button', { name: 'Use as my defaults' })).toBeFocused()
  await page.evaluate(() => sessionStorage.removeItem('hatteras:create-draft'))
  await page.goto('/instances/new')
  await expect(field('vCPUs')).toHaveValue('2')
})

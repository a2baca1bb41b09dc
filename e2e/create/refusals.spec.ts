import { expect, test } from '../support/fixtures.ts'

import { openCreate, publicKey, sentCreates } from './create-form.ts'

const path = '/api/instance/'

const texts = {
  n_vcpus: ['vCPUs', '8'],
  mem_gib: ['Memory (GiB)', '16'],
  disk_size_gib: ['Disk (GiB)', '100'],
  name: ['Name', 'kept-name'],
  public_key: ['SSH public key', publicKey],
  aws_endpoint_url: ['S3 endpoint URL', 'https://s3.example.com'],
  aws_access_key_id: ['S3 access key ID', 'AKIAEXAMPLE'],
  aws_secret_access_key: ['S3 secret access key', 'a-secret'],
  aws_prefill_bucket: ['S3 bucket path', 'bucket/data'],
  anthropic_api_key: ['Anthropic API key', 'an-anthropic-key'],
} as const

test('every message stands at its field, and nothing typed is lost', async ({ page, sandbox }) => {
  const { create, environment, field, fill, radio, tier } = await openCreate(page, sandbox)

  await test.step('S3 access is all or none, and the bucket path needs it', async () => {
    await fill({ 'S3 bucket path': 's3://bucket/data', 'S3 endpoint URL': 's3.example.com' })
    await create.click()
    await expect(field('S3 endpoint URL')).toHaveAccessibleDescription(/starts with https:\/\//)
    await expect(field('S3 endpoint URL')).toBeFocused()
    await expect(field('S3 bucket path')).toHaveAccessibleDescription(/Leave out “s3:\/\/”/)
    await expect(field('S3 access key ID')).toHaveAccessibleDescription(/needs the access key ID too/)
    await expect(field('S3 secret access key')).toHaveAccessibleDescription(/needs the secret access key too/)
    await fill({ 'S3 bucket path': '', 'S3 endpoint URL': '' })
    await expect(field('S3 access key ID')).toHaveAccessibleDescription('')
    await expect(field('S3 secret access key')).toHaveAccessibleDescription('Sent once, never stored.')
    expect(await sentCreates(sandbox)).toEqual([])
  })

  await test.step('every field of a 400 shows its message, the first is focused, and nothing typed is lost', async () => {
    const fields = ['resource_type', 'flavor', 'cpu_tier', 'gpu_model', ...Object.keys(texts)]
    const body = Object.fromEntries(fields.map((field) => [field, [`Refused: ${field}.`]]))
    await sandbox.faults([{ method: 'POST', path, status: 400, body, times: 1 }])
    await radio('Marimo').check()
    await radio('High performance').check()
    await field('GPU model').selectOption('RTX 4090')
    await fill(Object.fromEntries(Object.values(texts)))
    await create.click()

    for (const [name, [label, typed]] of Object.entries(texts)) {
      await expect(field(label)).toHaveAccessibleDescription(new RegExp(`Refused: ${name}\\.`))
      await expect(field(label)).toHaveValue(typed)
    }
    await expect(page.getByRole('group', { name: 'Type' })).toHaveAccessibleDescription(
      'Refused: resource_type.',
    )
    await expect(environment).toHaveAccessibleDescription(/Refused: flavor\./)
    await expect(tier).toHaveAccessibleDescription('Refused: cpu_tier.')
    await expect(field('GPU model')).toHaveAccessibleDescription('Refused: gpu_model.')
    await expect(radio('Container')).toBeFocused()
    await expect(radio('Marimo')).toBeChecked()

    await create.click()
    await expect(page).toHaveURL('/instances/kept-name')
  })
})

test('a name or a model that cannot be had is told at its field, before it is sent or after', async ({
  page,
  sandbox,
}) => {
  const { create, field, fill } = await openCreate(page, sandbox)

  await test.step('a name of one’s own is flagged before anything is sent', async () => {
    await field('Name').fill('rna-atlas')
    await expect(field('Name')).toHaveAccessibleDescription(/already have an instance called rna-atlas/)
    await create.click()
    await expect(field('Name')).toBeFocused()
    expect(await sentCreates(sandbox)).toEqual([])
    await page.getByRole('button', { name: 'Generate another' }).click()
    await expect(field('Name')).toHaveAccessibleDescription('')
  })

  await test.step('a name that somebody of the account took meanwhile is not taken for one’s own', async () => {
    await fill({ Name: 'same-name', vCPUs: '7' })
    const size = { n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 }
    await sandbox.api('post', '/instance/', { resource_type: 'container', name: 'same-name', ...size })
    await create.click()
    await expect(field('Name')).toHaveAccessibleDescription(/already/)
    await expect(field('Name')).toBeFocused()
    await expect(page).toHaveURL('/instances/new')
  })

  await test.step('a model that is not in the list can be typed', async () => {
    await page.getByRole('button', { name: 'Generate another' }).click()
    await field('GPU model').selectOption('Other model…')
    await field('Model name').fill('RTX 9999')
    await create.click()
    await expect(field('Model name')).toHaveAccessibleDescription(/"RTX 9999" is not a valid choice/)
    await expect(field('Model name')).toBeFocused()
    await field('GPU model').selectOption('None')
  })

  await test.step('a message of a 400 goes away when its field is changed', async () => {
    await field('Name').fill('taken-elsewhere')
    await create.click()
    await expect(field('Name')).toHaveAccessibleDescription('An instance with this name already exists.')
    await expect(field('Name')).toBeFocused()
    await field('Name').fill('taken-by-nobody')
    await expect(field('Name')).toHaveAccessibleDescription('')
    await create.click()
    await expect(page).toHaveURL('/instances/taken-by-nobody')
  })
})

test('what belongs to no field is told over the button, and what is typed stays for another try', async ({
  page,
  sandbox,
}) => {
  const { create, field, fill } = await openCreate(page, sandbox)

  await test.step('messages that belong to no field are told over the button', async () => {
    await sandbox.faults([
      {
        method: 'POST',
        path,
        status: 400,
        body: { project: ['Choose a project.'], non_field_errors: ['This does not go together.'] },
        times: 1,
      },
      { method: 'POST', path, status: 400, body: { detail: 'JSON parse error.' }, times: 1 },
    ])
    await create.click()
    await expect(page.getByRole('alert')).toContainText('project: Choose a project.')
    await expect(page.getByRole('alert')).toContainText('This does not go together.')
    await create.click()
    await expect(page.getByRole('alert')).toContainText('JSON parse error.')
    await expect(page.getByRole('alert')).toContainText('Nothing was created')
  })

  await test.step('a refusal is told in a sentence: no money, too many requests, no right', async () => {
    const before = (await sentCreates(sandbox)).length
    await fill({ Name: 'not-yet' })
    const refusals = [
      [402, { detail: 'Add a payment method first.' }, {}, 'Add a payment method first.'],
      [402, '', {}, 'a spending limit is reached'],
      [429, {}, { 'Retry-After': '90' }, 'Wait 1 min 30 s.'],
      [403, {}, {}, 'This key may not do that.'],
    ] as const
    for (const [status, body, headers, sentence] of refusals) {
      await sandbox.faults([{ method: 'POST', path, status, body, headers, times: 1 }])
      await create.click()
      await expect(page.getByRole('alert')).toContainText(sentence)
      await expect(page.getByRole('alert')).toContainText('Nothing was created, and nothing is billed.')
      await expect(field('Name')).toHaveValue('not-yet')
    }
    expect(await sentCreates(sandbox)).toHaveLength(before + refusals.length)
  })

  await test.step('a key that is refused midway is asked for over the page, and the form goes on', async () => {
    await fill({ Name: 'after-a-new-key', 'Anthropic API key': 'an-anthropic-key', vCPUs: '3' })
    await sandbox.faults([
      { method: 'POST', path, status: 401, body: { detail: 'Invalid token.' }, times: 1 },
    ])
    await create.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('API key', { exact: true }).fill(sandbox.key)
    await dialog.getByRole('button', { name: 'Use this key' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('alert')).toContainText('Nothing was created.')
    await expect(field('Anthropic API key')).toHaveValue('an-anthropic-key')
    await expect(field('vCPUs')).toHaveValue('3')
    await create.click()
    await expect(page).toHaveURL('/instances/after-a-new-key')
  })
})

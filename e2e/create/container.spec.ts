import { expect, test } from '../support/fixtures.ts'

import { openCreate, publicKey, sentCreates, startAnother } from './create-form.ts'

test('a newcomer starts an RStudio container with data from S3 and sees it come up', async ({
  page,
  sandbox,
}) => {
  const { create, field, fill, radio, summary } = await openCreate(page, sandbox)
  await expect(page).toHaveTitle('Create instance · Hatteras')
  await expect(radio('Container')).toBeChecked()
  await radio('RStudio').check()
  await fill({ vCPUs: '16', 'Memory (GiB)': '64', 'Disk (GiB)': '500' })
  await radio('High performance').check()
  await expect(field('Name')).toHaveValue(/^[a-z]+-[a-z]+-\d+$/)
  await fill({
    Name: 'rstudio-with-data',
    'SSH public key': publicKey,
    'S3 endpoint URL': 'https://s3.us-east-1.amazonaws.com',
    'S3 access key ID': 'AKIAEXAMPLE',
    'S3 secret access key': 'a-secret-access-key',
    'S3 bucket path': 'your-bucket/experiments/results',
    'Anthropic API key': 'an-anthropic-key',
  })
  await expect(summary).toContainText('$0.610 / h')
  await create.click()

  await expect(page).toHaveURL('/instances/rstudio-with-data')
  await expect(page.getByRole('heading', { name: 'rstudio-with-data' })).toBeVisible()
  await expect(page.locator('[data-state=provisioning]').first()).toBeVisible()
  await sandbox.advance(10)
  await expect(page.locator('[data-state=running]').first()).toBeVisible()
  expect(await sentCreates(sandbox)).toEqual([
    {
      resource_type: 'container',
      flavor: 'rstudioserver',
      cpu_tier: 'high-performance',
      n_vcpus: 16,
      mem_gib: 64,
      disk_size_gib: 500,
      name: 'rstudio-with-data',
      public_key: publicKey,
      aws_endpoint_url: 'https://s3.us-east-1.amazonaws.com',
      aws_access_key_id: '•••',
      aws_secret_access_key: '•••',
      aws_prefill_bucket: 'your-bucket/experiments/results',
      anthropic_api_key: '•••',
    },
  ])
})

test('what is chosen is created once, and typing alone creates nothing', async ({ page, sandbox }) => {
  const { create, environment, field, fill } = await openCreate(page, sandbox)

  await test.step('Enter in a field is part of typing and creates nothing', async () => {
    await field('vCPUs').fill('8')
    await field('vCPUs').press('Enter')
    await field('Name').press('Enter')
    await expect(page).toHaveURL('/instances/new')
    expect(await sentCreates(sandbox)).toEqual([])
  })

  await test.step('every environment of the API page is offered, and the chosen one is created', async () => {
    await expect(environment.getByRole('radio')).toHaveCount(8)
    const flavors = await environment
      .getByRole('radio')
      .evaluateAll((all) => all.map((radio) => radio.getAttribute('value')))
    expect(flavors).toEqual([
      'base',
      'datascience',
      'marimo',
      'datasciencemarimo',
      'rstudioserver',
      'rgeospatial',
      'genomics',
      'plaingenomics',
    ])
    await environment.getByRole('radio', { name: 'Marimo', exact: true }).check()
    await field('GPU model').selectOption('RTX 4090')
    await create.click()
    await expect(page).not.toHaveURL(/\/new/)
    expect(await sentCreates(sandbox)).toMatchObject([{ flavor: 'marimo', gpu_model: 'RTX 4090' }])
  })

  await test.step('an empty name takes the suggested one', async () => {
    await startAnother(page)
    await field('Name').fill('')
    const suggested = await field('Name').getAttribute('placeholder')
    await create.click()
    await expect(page).toHaveURL(`/instances/${suggested}`)
  })

  await test.step('a double click sends one request', async () => {
    await sandbox.faults([{ method: 'POST', path: '/api/instance/', delayMs: 3000 }])
    await startAnother(page)
    const before = (await sentCreates(sandbox)).length
    await fill({ Name: 'only-once' })
    await create.dblclick()
    await expect(create).toHaveAttribute('aria-busy', 'true')
    await create.click({ force: true })
    await expect(page).toHaveURL('/instances/only-once')
    expect(await sentCreates(sandbox)).toHaveLength(before + 1)
  })
})

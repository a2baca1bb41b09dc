import { expect, expectAccessible, signIn, test } from '../support/fixtures.ts'

import { openCreate, publicKey, sentCreates, startAnother } from './create-form.ts'

const recipe = {
  resource_type: 'container',
  flavor: 'rstudioserver',
  n_vcpus: '16',
  mem_gib: '64',
  disk_size_gib: '500',
  cpu_tier: 'high-performance',
  gpu_model: 'RTX 5090',
  name: 'from-a-link',
  public_key: publicKey,
  aws_endpoint_url: 'https://s3.us-east-1.amazonaws.com',
  aws_access_key_id: 'AKIAEXAMPLE',
  aws_prefill_bucket: 'your-bucket/experiments',
}
const search = (values: Record<string, string>) => `?${new URLSearchParams(values).toString()}`
const odd = {
  flavor: 'windows',
  n_vcpus: '9999',
  mem_gib: 'lots',
  cpu_tier: '',
  name: 'Not A Name',
  what: 'x',
}

test('a link fills in the form, and the form makes a link, without what is secret or one’s own', async ({
  page,
  context,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { create, field, fill, radio } = await openCreate(page, sandbox, search(recipe))

  await test.step('a link fills in every field but secrets; a key and a store of its own only when one asks for them', async () => {
    await expect(radio('Container')).toBeChecked()
    await expect(radio('RStudio')).toBeChecked()
    await expect(radio('High performance')).toBeChecked()
    await expect(field('vCPUs')).toHaveValue('16')
    await expect(field('Memory (GiB)')).toHaveValue('64')
    await expect(field('Disk (GiB)')).toHaveValue('500')
    await expect(field('GPU model')).toHaveValue('RTX 5090')
    await expect(field('Name')).toHaveValue('from-a-link')
    const identity = ['SSH public key', 'S3 endpoint URL', 'S3 access key ID', 'S3 bucket path']
    for (const name of identity) await expect(field(name)).toHaveValue('')

    const alert = (text: string) => page.getByRole('alert').filter({ hasText: text })
    await expect(alert('The link brings an SSH key.')).toContainText('ada@lab.example, SHA256:')
    await expect(alert('The link brings S3 settings.')).toContainText(
      'the endpoint s3.us-east-1.amazonaws.com, the access key ID AKIAEXAMPLE, and the bucket path your-bucket/experiments',
    )
    await page.getByRole('button', { name: 'Use this SSH key' }).click()
    await expect(field('SSH public key')).toHaveValue(publicKey)
    await page.getByRole('button', { name: 'Use these S3 settings' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(field('S3 endpoint URL')).toHaveValue(recipe.aws_endpoint_url)
    await expect(field('S3 access key ID')).toHaveValue('AKIAEXAMPLE')
    await expect(field('S3 bucket path')).toHaveValue('your-bucket/experiments')
    // What a link fills in is unfolded.
    const s3 = page.getByRole('button', { name: /^Copy data from S3/ })
    await expect(s3).toHaveAttribute('aria-expanded', 'true')
  })

  await test.step('Copy link makes a link that fills in the same form, without its name, its secrets, its key and its store', async () => {
    await fill({ 'S3 secret access key': 'typed-secret', 'Anthropic API key': 'typed-key', vCPUs: '12' })
    await expect(page).toHaveURL(`/instances/new${search(recipe)}`)
    await page.getByRole('button', { name: 'Copy link' }).click()
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
    expect(link.pathname).toBe('/instances/new')
    const { resource_type, flavor, mem_gib, disk_size_gib, cpu_tier, gpu_model } = recipe
    expect(Object.fromEntries(link.searchParams)).toEqual({
      resource_type,
      flavor,
      n_vcpus: '12',
      mem_gib,
      disk_size_gib,
      cpu_tier,
      gpu_model,
    })

    await create.click()
    await expect(page).toHaveURL('/instances/from-a-link')
    const { aws_access_key_id: _masked, ...shown } = recipe
    expect(await sentCreates(sandbox)).toMatchObject([
      { ...shown, n_vcpus: 12, mem_gib: 64, disk_size_gib: 500 },
    ])

    await page.goto(link.href)
    await expect(field('vCPUs')).toHaveValue('12')
    await expect(field('Name')).toHaveValue(/^[a-z]+-[a-z]+-\d+$/)
  })
})

test('the form opens with what was typed before, unless a link says something else, as far as it makes sense', async ({
  page,
  sandbox,
}) => {
  const { create, field, fill, radio } = await openCreate(page, sandbox, search(odd))

  await test.step('what makes no sense in a link falls back, and is named', async () => {
    await expect(radio('Base')).toBeChecked()
    await expect(radio('General purpose')).toBeChecked()
    await expect(field('vCPUs')).toHaveValue('2')
    await expect(field('Memory (GiB)')).toHaveValue('4')
    await expect(field('Name')).toHaveValue(/^[a-z]+-[a-z]+-\d+$/)
    await expect(page.getByText(/The link says something for .*vCPUs/)).toContainText('Name')
  })

  await test.step('what was typed is there again after a reload and after a look elsewhere', async () => {
    await startAnother(page)
    await radio('Genomics').check()
    await fill({ Name: 'half-done', vCPUs: '20', 'S3 secret access key': 'typed-secret' })
    await page.reload()
    await expect(field('Name')).toHaveValue('half-done')
    await expect(radio('Genomics')).toBeChecked()
    await expect(field('S3 secret access key')).toHaveValue('')
    await startAnother(page)
    await expect(field('vCPUs')).toHaveValue('20')
    await expect(page.getByText('This is what you typed before in this tab.')).toBeVisible()
    await create.click()
    await expect(page).toHaveURL('/instances/half-done')
    await startAnother(page)
    await expect(field('Name')).not.toHaveValue('half-done')
  })

  await test.step('a link is stronger than what was typed before, and Start over forgets it', async () => {
    await fill({ Name: 'half-done', vCPUs: '20' })
    await page.goto('/instances/new?flavor=marimo')
    await expect(radio('Marimo')).toBeChecked()
    await expect(field('vCPUs')).toHaveValue('2')
    await page.goto('/instances/new')
    await expect(field('vCPUs')).toHaveValue('20')
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect(field('vCPUs')).toHaveValue('2')
    await expect(field('Name')).not.toHaveValue('half-done')
  })
})

test('a secret does not stay in the address, nor in the way of what one does', async ({ page, sandbox }) => {
  await test.step('a secret in a link is not used, and is taken out of the address of any page, however it is spelled', async () => {
    const secrets = { AWS_SECRET_ACCESS_KEY: 'leaked-secret', 'Anthropic-Api-Key': 'leaked-key' }
    const notice = page.getByRole('alert').filter({ hasText: 'The link held a secret' })
    await page.goto(`/instances/new${search(secrets)}`)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    expect(page.url()).not.toContain('leaked')
    await expect(notice).toContainText('S3 secret access key and Anthropic API key')

    const { field } = await openCreate(page, sandbox, '')
    await page.goto(`/instances/new${search({ ...secrets, flavor: 'marimo' })}`)
    await expect(page).toHaveURL('/instances/new?flavor=marimo')
    await expect(notice).toContainText('S3 secret access key and Anthropic API key')
    await expect(field('S3 secret access key')).toHaveValue('')
    await expect(field('Anthropic API key')).toHaveValue('')
    await expectAccessible(page)
    await page.goBack()
    expect(page.url()).not.toContain('leaked')

    // Typed into the address of an open page.
    await page.getByRole('link', { name: 'Costs' }).click()
    await page.evaluate(() => {
      location.hash = 'api_key=leaked-key'
    })
    await expect(notice).toContainText('The link held a secret: API key.')
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeInViewport({ ratio: 1 })
    await expect(page).toHaveURL('/costs')
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(notice).toHaveCount(0)
  })

  await test.step('a secret that is pasted into a search box is not written into the address', async () => {
    await page.getByRole('link', { name: 'Instances', exact: true }).click()
    const search = page.getByRole('searchbox', { name: 'Search instances' })
    await search.fill('sk-ant-api03-0123456789abcdef')
    await expect(page.getByText('No instance matches')).toBeVisible()
    await search.press('Tab')
    await expect(search).toHaveValue('sk-ant-api03-0123456789abcdef')
    await expect(page).toHaveURL('/instances')
    await search.fill('atlas')
    await expect(page).toHaveURL('/instances?q=atlas')
  })

  await test.step('what tells of a secret covers neither the end of a page nor a dialog', async () => {
    await page.setViewportSize({ width: 390, height: 667 })
    await page.goto('/instances/old-archive?token=hush')
    await expect(page.getByRole('complementary', { name: 'Secret in the address' })).toBeVisible()
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete instance' })
    // Whether it would be pressed, and not what lies over it.
    for (const part of [dialog.getByRole('textbox'), dialog.getByRole('button', { name: 'Cancel' })])
      await part.click({ trial: true })
  })
})

test('a secret leaves an address that is odd in itself, and the page is there', async ({
  page,
  sandbox,
  baseURL,
}) => {
  // What becomes of other spellings is in src/page/clean-address.test.ts.
  await signIn(page, sandbox.key)
  for (const [asked, path] of [
    ['//evil.example/x?api_key=hush', '/evil.example/x'],
    ['/instances%3Fapi_key%3Dhush', '/instances'],
    ['/;api_key=hush/evil.example', '/instances'],
  ] as const) {
    await page.goto(`${baseURL ?? ''}${asked}`)
    await expect(
      page.getByRole('alert').filter({ hasText: 'The link held a secret: API key.' }),
    ).toBeVisible()
    await expect(page).toHaveURL((url) => url.pathname === path && !url.href.includes('hush'))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

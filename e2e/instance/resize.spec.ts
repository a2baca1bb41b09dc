import { expect, region, signIn, test } from '../support/fixtures.ts'
import { button, dialog, expectState } from './support.ts'

test('resize shows the price before and after, and sends only what changed', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Resize').click()
  const resize = dialog(page, 'Resize instance')
  const vcpus = resize.getByRole('spinbutton', { name: 'vCPUs' })
  await expect(vcpus).toHaveValue('16')
  await expect(resize.getByRole('spinbutton', { name: 'Memory (GiB)' })).toHaveValue('64')
  await expect(resize.getByRole('spinbutton', { name: 'Disk (GiB)' })).toHaveValue('500')
  const submit = resize.getByRole('button', { name: 'Resize instance' })
  await expect(submit).toHaveAccessibleDescription('The size is the same.')

  await vcpus.fill('32')
  await expect(resize).toContainText(
    'While running$0.610 / h → to $0.850 / h≈ $445 / month → to ≈ $621 / month',
  )
  await expect(resize).toContainText('While stopped$0.050 / h → to $0.050 / h')
  await submit.click()
  await expect(resize).toBeHidden()
  await expect(page.getByRole('main')).toContainText('32 vCPU64 GiB memory500 GiB disk')
  await expect(region(page, 'Cost')).toContainText('$0.85')
  const sent = (await sandbox.requests()).filter(({ method }) => method === 'PATCH')
  expect(sent.map(({ body }) => body)).toEqual([{ n_vcpus: 32 }])
})

test('limits are checked while typing, and the service’s own words stand at their field', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Resize').click()
  const resize = dialog(page, 'Resize instance')
  const memory = resize.getByRole('spinbutton', { name: 'Memory (GiB)' })
  await memory.fill('513')
  await expect(memory).toHaveAccessibleDescription(/Memory can be 1 to 512 GiB\./)
  const disk = resize.getByRole('spinbutton', { name: 'Disk (GiB)' })
  await memory.fill('64')
  await disk.fill('400')
  await sandbox.faults([
    {
      method: 'PATCH',
      path: '/api/instance/*',
      status: 400,
      body: { disk_size_gib: ['A disk cannot shrink.'] },
      times: 1,
    },
  ])
  await resize.getByRole('button', { name: 'Resize instance' }).click()
  await expect(disk).toHaveAccessibleDescription('A disk cannot shrink.')
  await expect(disk).toHaveValue('400')
  await disk.fill('600')
  await expect(disk).not.toHaveAccessibleDescription('A disk cannot shrink.')
  await resize.getByRole('button', { name: 'Resize instance' }).click()
  await expect(resize).toBeHidden()
})

test('a resize that is refused as a whole keeps everything typed', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Resize').click()
  const resize = dialog(page, 'Resize instance')
  await resize.getByRole('spinbutton', { name: 'vCPUs' }).fill('8')
  await sandbox.faults([
    {
      method: 'PATCH',
      path: '/api/instance/*',
      status: 400,
      body: { detail: 'Live resize is not possible.' },
      times: 1,
    },
  ])
  await resize.getByRole('button', { name: 'Resize instance' }).click()
  await expect(resize.getByRole('alert')).toContainText('rna-atlas was not resized.')
  await expect(resize.getByRole('alert')).toContainText('Live resize is not possible.')
  await expect(resize.getByRole('spinbutton', { name: 'vCPUs' })).toHaveValue('8')
})

test('no room for the size: nearest fills in, keep trying is cancelled by typing', async ({
  page,
  sandbox,
}) => {
  await sandbox.setCapacity({ free: { n_vcpus: 4, mem_gib: 100, disk_size_gib: 100 } })
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Resize').click()
  const resize = dialog(page, 'Resize instance')
  const vcpus = resize.getByRole('spinbutton', { name: 'vCPUs' })
  await vcpus.fill('64')
  await resize.getByRole('button', { name: 'Resize instance' }).click()
  await expect(resize.getByRole('alert')).toContainText('not enough vCPUs free')
  await expect(resize.getByRole('alert')).toContainText('The instance keeps its size.')
  await expect(vcpus).toHaveValue('64')
  await resize.getByRole('button', { name: 'Keep trying' }).click()
  await expect(resize).toContainText('Next try in')
  await resize.getByRole('button', { name: 'Use nearest size' }).click()
  await expect(resize).not.toContainText('Next try in')
  await expect(vcpus).toHaveValue('20')
  await resize.getByRole('button', { name: 'Resize instance' }).click()
  await expect(resize).toBeHidden()
  await expect(page.getByRole('main')).toContainText('20 vCPU')
})

test('the key is refused in the middle: a new one goes on where it was, nothing typed is lost', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await expectState(page, 'running')
  await button(page, 'Resize').click()
  const resize = dialog(page, 'Resize instance')
  await resize.getByRole('spinbutton', { name: 'vCPUs' }).fill('24')
  await sandbox.faults([
    { method: 'PATCH', path: '/api/instance/*', status: 401, body: { detail: 'Invalid token.' }, times: 1 },
  ])
  await resize.getByRole('button', { name: 'Resize instance' }).click()
  const reauth = dialog(page, 'API key needed')
  await reauth.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await reauth.getByRole('button', { name: 'Use this key' }).click()
  await expect(reauth).toBeHidden()
  await expect(resize.getByRole('spinbutton', { name: 'vCPUs' })).toHaveValue('24')
  await resize.getByRole('button', { name: 'Resize instance' }).click()
  await expect(resize).toBeHidden()
  await expect(page.getByRole('main')).toContainText('24 vCPU')
})

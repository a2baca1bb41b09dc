import type { Page } from '@playwright/test'

import { rememberIdle } from '../support/database.ts'
import { expect, region, type Sandbox, signIn, test } from '../support/fixtures.ts'
import { button, dialog, expectState, goTo } from './support.ts'

const openResize = async (page: Page) => {
  await button(page, 'Resize').click()
  return dialog(page, 'Resize instance')
}

/** The bodies of all changes the service was asked for. */
const changesSent = async (sandbox: Sandbox) =>
  (await sandbox.requests()).filter(({ method }) => method === 'PATCH').map(({ body }) => body)

test('resize shows the price before and after, and sends only what changed', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  const resize = await openResize(page)
  const vcpus = resize.getByRole('spinbutton', { name: 'vCPUs' })
  await expect(vcpus).toHaveValue('16')
  await expect(resize.getByRole('spinbutton', { name: 'Memory (GiB)' })).toHaveValue('64')
  await expect(resize.getByRole('spinbutton', { name: 'Disk (GiB)' })).toHaveValue('500')
  const submit = resize.getByRole('button', { name: 'Resize instance' })
  await expect(submit).toHaveAccessibleDescription('The size is the same.')
  await expect(resize).toContainText('costs ≈ $445 / month')

  await vcpus.fill('32')
  await expect(resize).toContainText('adds ≈ $175 / month')
  await expect(resize).toContainText('$0.610 → to $0.850 / h')
  await vcpus.fill('8')
  await expect(resize).toContainText('saves ≈ $88 / month')
  await expect(resize).toContainText('$0.610 → to $0.490 / h')
  await vcpus.fill('32')
  await submit.click()
  await expect(resize).toBeHidden()
  await expect(page.getByRole('main')).toContainText('32 vCPU64 GiB memory500 GiB disk')
  await expect(region(page, 'Cost')).toContainText('$0.85')
  expect(await changesSent(sandbox)).toEqual([{ n_vcpus: 32 }])
})

test('a size that is not taken stays in its fields, with the reason, until it is changed or taken after all', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  const resize = dialog(page, 'Resize instance')
  const vcpus = resize.getByRole('spinbutton', { name: 'vCPUs' })
  const memory = resize.getByRole('spinbutton', { name: 'Memory (GiB)' })
  const disk = resize.getByRole('spinbutton', { name: 'Disk (GiB)' })
  const submit = resize.getByRole('button', { name: 'Resize instance' })

  await test.step('limits are checked while typing, and the service’s own words stand at their field', async () => {
    await openResize(page)
    await memory.fill('513')
    await expect(memory).toHaveAccessibleDescription(/Memory can be 1 to 512 GiB\./)
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
    await submit.click()
    await expect(disk).toHaveAccessibleDescription('A disk cannot shrink.')
    await expect(disk).toHaveValue('400')
    await disk.fill('600')
    await expect(disk).not.toHaveAccessibleDescription('A disk cannot shrink.')
    await submit.click()
    await expect(resize).toBeHidden()
  })

  await test.step('a resize that is refused as a whole keeps everything typed', async () => {
    await openResize(page)
    await vcpus.fill('8')
    await sandbox.faults([
      {
        method: 'PATCH',
        path: '/api/instance/*',
        status: 400,
        body: { detail: 'Live resize is not possible.' },
        times: 1,
      },
    ])
    await submit.click()
    await expect(resize.getByRole('alert')).toContainText('rna-atlas was not resized.')
    await expect(resize.getByRole('alert')).toContainText('Live resize is not possible.')
    await expect(vcpus).toHaveValue('8')
  })

  await test.step('the key is refused in the middle: a new one goes on where it was, nothing typed is lost', async () => {
    await vcpus.fill('24')
    await sandbox.faults([
      { method: 'PATCH', path: '/api/instance/*', status: 401, body: { detail: 'Invalid token.' }, times: 1 },
    ])
    await submit.click()
    const reauth = dialog(page, 'API key needed')
    await reauth.getByLabel('API key', { exact: true }).fill(sandbox.key)
    await reauth.getByRole('button', { name: 'Use this key' }).click()
    await expect(reauth).toBeHidden()
    await expect(vcpus).toHaveValue('24')
    await submit.click()
    await expect(resize).toBeHidden()
    await expect(page.getByRole('main')).toContainText('24 vCPU')
  })

  await test.step('no room for the size: nearest fills in, keep trying is cancelled by typing', async () => {
    await sandbox.setCapacity({ free: { n_vcpus: 4, mem_gib: 100, disk_size_gib: 100 } })
    await openResize(page)
    await vcpus.fill('64')
    await submit.click()
    await expect(resize.getByRole('alert')).toContainText('Short of vCPUs.')
    await expect(resize.getByRole('alert')).toContainText('The instance keeps its size.')
    await expect(vcpus).toHaveValue('64')
    await resize.getByRole('button', { name: 'Keep trying' }).click()
    await expect(resize).toContainText('Next try in')
    // 36 vCPUs less, at 0.015 each.
    await resize.getByRole('button', { name: /^Use nearest size −\$0\.540\s\/\sh$/ }).click()
    await expect(resize).not.toContainText('Next try in')
    await expect(vcpus).toHaveValue('28')
    await submit.click()
    await expect(resize).toBeHidden()
    await expect(page.getByRole('main')).toContainText('28 vCPU')
  })
})

test('what is in use is told beside each field, before something is made too small for it', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  const resize = dialog(page, 'Resize instance')
  const vcpus = resize.getByRole('spinbutton', { name: 'vCPUs' })
  const memory = resize.getByRole('spinbutton', { name: 'Memory (GiB)' })
  const disk = resize.getByRole('spinbutton', { name: 'Disk (GiB)' })
  const submit = resize.getByRole('button', { name: 'Resize instance' })

  await test.step('what is in use stands beside each field, and memory below it is warned of', async () => {
    await openResize(page)
    await expect(vcpus).toHaveAccessibleDescription(/^\d+\s% used now/)
    await expect(memory).toHaveAccessibleDescription(/^[\d.]+\sGiB in use/)
    await expect(disk).toHaveAccessibleDescription(/^[\d.]+\sGiB in use$/)
    await memory.fill('8')
    await expect(memory).toHaveAccessibleDescription(/^[\d.]+\sGiB in use: what runs may be killed$/)
    await submit.click()
    await expect(resize).toBeHidden()
    expect(await changesSent(sandbox)).toEqual([{ mem_gib: 8 }])
  })

  await test.step('a disk below what is on it is sent only after a tick, for that very size', async () => {
    await openResize(page)
    const tick = resize.getByRole('checkbox', { name: 'I have a copy of what will not fit.' })
    await expect(disk).toHaveAccessibleDescription(/in use$/)
    await expect(tick).toBeHidden()
    await disk.fill('11')
    await expect(disk).toHaveAccessibleDescription(/^[\d.]+\sGiB in use: [\d.]+\sGiB will not fit$/)
    await expect(submit).toHaveAccessibleDescription('Tick first that you have a copy.')
    await page.keyboard.press('Enter')
    await expect(resize).toBeVisible()
    await tick.check()
    await expect(submit).not.toHaveAttribute('aria-disabled')
    await disk.fill('10')
    await expect(tick).not.toBeChecked()
    await expect(submit).toHaveAttribute('aria-disabled', 'true')
    await tick.check()
    await submit.click()
    await expect(resize).toBeHidden()
    await expect.poll(() => changesSent(sandbox)).toEqual([{ mem_gib: 8 }, { disk_size_gib: 10 }])
  })

  await test.step('a container that was never seen running has no use to tell, and is resized as ever', async () => {
    await goTo(page, 'geo-maps-2025')
    await expectState(page, 'exited')
    await openResize(page)
    await memory.fill('8')
    await expect(resize).toContainText('/ month while running')
    await expect(resize).not.toContainText('in use')
    await expect(memory).toHaveAccessibleDescription('')
    await submit.click()
    await expect(resize).toBeHidden()
  })
})

test('after a day of low use a smaller size is offered with what it saves, and fills the fields', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/llama-tune')
  const resize = await openResize(page)
  await expect(resize.getByRole('spinbutton', { name: 'vCPUs' })).toHaveValue('24')
  await expect(resize).not.toContainText('fits the last day')
  await rememberIdle(page, { minutes: 22 * 60, step: 4 })
  await page.reload()
  await button(page, 'Resize').click()
  await expect(resize).toContainText('16 vCPU · 64 GiB fits the last day')
  const use = resize.getByRole('button', { name: /^Use it −\$0\.\d{3} \/ h$/ })
  await use.click()
  await expect(resize.getByRole('spinbutton', { name: 'vCPUs' })).toHaveValue('16')
  await expect(resize.getByRole('spinbutton', { name: 'Memory (GiB)' })).toHaveValue('64')
  await expect(resize.getByRole('spinbutton', { name: 'Disk (GiB)' })).toHaveValue('1000')
  await expect(use).toHaveAccessibleDescription('It is filled in.')
  await resize.getByRole('button', { name: 'Resize instance' }).click()
  await expect(resize).toBeHidden()
  expect(await changesSent(sandbox)).toEqual([{ n_vcpus: 16, mem_gib: 64 }])
})

import { expect, expectAccessible, test } from '../support/fixtures.ts'

import { openCreate, sentCreates, startAnother } from './create-form.ts'

const tooLarge = { vCPUs: '256', 'Memory (GiB)': '512', Name: 'large-one' }
const names = (bodies: readonly unknown[]) =>
  bodies.map((body) => JSON.stringify(body).match(/"name":"([^"]+)"/)?.[1])

test('a full host says what is short, and what can be done about it', async ({ page, sandbox }) => {
  const { create, field, fill, radio, summary } = await openCreate(page, sandbox)

  await test.step('a change of the form ends the trying', async () => {
    await fill(tooLarge)
    await create.click()
    await summary.getByRole('button', { name: 'Keep trying' }).click()
    await expect(summary.getByRole('button', { name: 'Stop trying' })).toBeVisible()
    await fill({ Name: 'another-one' })
    await expect(summary.getByRole('button', { name: 'Stop trying' })).toBeHidden()
    await expect(summary.getByRole('button', { name: 'Keep trying' })).toBeVisible()
  })

  await test.step('the other CPU tier is one click away, and is not tried without being asked', async () => {
    const before = (await sentCreates(sandbox)).length
    await fill({ ...tooLarge, vCPUs: '240', 'Memory (GiB)': '8' })
    await create.click()
    await summary.getByRole('button', { name: 'Try high performance +$2.400' }).click()
    await expect(radio('High performance')).toBeChecked()
    await expect(summary).toContainText('240 vCPU × $0.0150')
    expect(await sentCreates(sandbox)).toHaveLength(before + 1)
    await radio('General purpose').check()
  })

  await test.step('a full host says what is short and fills in what would fit', async () => {
    await fill(tooLarge)
    await create.click()
    await expect(summary.getByRole('alert')).toContainText('Short of vCPUs and memory. Nothing was created.')
    await expect(summary).toContainText(/vCPU\d+ of 256/)
    await expect(summary).toContainText(/Memory\d+ of 512/)
    await expect(page.getByText(/^\d+ free now$/)).toHaveCount(2)
    await expect(summary.getByRole('button', { name: /^Use nearest size −\$\d/ })).toBeVisible()
    await summary.getByRole('button', { name: 'Use nearest size' }).click()
    await expect(field('vCPUs')).not.toHaveValue('256')
    await expect(field('Name')).toHaveValue('large-one')
    await expect(create).toBeFocused()
    await expect(page.getByText(/free now$/)).toHaveCount(0)
    await create.click()
    await expect(page).toHaveURL('/instances/large-one')
  })

  await test.step('hosts with nothing free leave nothing to fill in', async () => {
    await startAnother(page)
    await sandbox.setCapacity({ free: { n_vcpus: 0, mem_gib: 0, disk_size_gib: 0 } })
    await create.click()
    await expect(summary.getByRole('alert')).toContainText('Not enough room right now')
    await expect(summary.getByRole('button', { name: 'Use nearest size' })).toHaveCount(0)
    await expect(summary.getByRole('button', { name: 'Keep trying' })).toBeVisible()
  })
})

test('Keep trying asks again with the same name until there is room', async ({ page, sandbox }) => {
  await page.clock.install()
  const { create, fill, summary } = await openCreate(page, sandbox)
  await fill({ Name: 'patient-one' })
  const full = {
    detail: {
      message: 'Insufficient resources available',
      bottleneck: ['n_vcpus'],
      requested: { n_vcpus: 2, mem_gib: 4 },
      nearest_available: { n_vcpus: 0, mem_gib: 4 },
    },
  }
  await sandbox.faults([{ method: 'POST', path: '/api/instance/', status: 422, body: full, times: 2 }])
  await create.click()
  await expect(summary.getByRole('button', { name: 'Use nearest size' })).toBeHidden()
  await summary.getByRole('button', { name: 'Keep trying' }).click()
  await expect(summary).toContainText(/Next try in \d+ s/)
  await page.clock.fastForward(40_000)
  await expect(summary).toContainText('tried 1×')
  await expect(summary).toContainText(/Next try in \d+ s/)
  await page.clock.fastForward(40_000)
  await expect(page).toHaveURL('/instances/patient-one')
  const sent = await sentCreates(sandbox)
  expect(names(sent)).toEqual(['patient-one', 'patient-one', 'patient-one'])
})

test('Keep trying goes on wherever one goes in the tab, is told once, and ends with the account', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  const { create, fill, summary } = await openCreate(page, sandbox)
  const notices = page.getByRole('region', { name: 'Notices' })
  const full = { detail: { message: 'Insufficient resources available', bottleneck: ['n_vcpus'] } }
  const begin = async (name: string, times: number) => {
    await sandbox.faults([{ method: 'POST', path: '/api/instance/', status: 422, body: full, times }])
    await fill({ Name: name })
    await create.click()
    await summary.getByRole('button', { name: 'Keep trying' }).click()
    await page.getByRole('link', { name: 'Web apps' }).click()
    await expect(notices).toContainText(`Creating ${name}: no room yet`)
  }
  const isHeldBack = () =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))

  await begin('patient-one', 2)
  await expect(notices).toContainText(/Next try in \d+ s/)
  expect(await isHeldBack()).toBe(true)
  await page.clock.fastForward(40_000)
  await expect(notices).toContainText('tried 1×')
  await page.clock.fastForward(40_000)
  await expect(notices).toContainText('patient-one is being created.')
  await expect(notices).not.toContainText('no room yet')
  await expect(notices).not.toContainText('was not created')
  await expect(page).toHaveURL('/webapps')
  expect(await isHeldBack()).toBe(false)
  // A notice lies over the buttons of a phone for as long as it is there.
  await page.clock.fastForward(30_000)
  await expect(notices).not.toContainText('is being created')

  await startAnother(page)
  await begin('patient-two', 99)
  await expectAccessible(page)
  const large = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 390, height: 844 })
  // What the line lies over for as long as it takes could not be pressed.
  await page.getByRole('button', { name: 'Sign out' }).click({ trial: true })
  await page.setViewportSize(large)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('main')).toContainText('Keep trying has ended.')
  await expect(page.getByRole('main')).toContainText('patient-two was not created.')
  const sent = names(await sentCreates(sandbox))
  expect(sent.slice(0, 4)).toEqual(['patient-one', 'patient-one', 'patient-one', 'patient-two'])
  await page.clock.fastForward(120_000)
  expect(names(await sentCreates(sandbox))).toEqual(sent)
})

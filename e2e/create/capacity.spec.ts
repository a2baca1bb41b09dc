import { expect, expectAccessible, test } from '../support/fixtures.ts'

import { openCreate, sentCreates } from './create-form.ts'

const tooLarge = { vCPUs: '256', 'Memory (GiB)': '512', Name: 'large-one' }
const names = (bodies: readonly unknown[]) =>
  bodies.map((body) => JSON.stringify(body).match(/"name":"([^"]+)"/)?.[1])

test('a full host says what is short and fills in what would fit', async ({ page, sandbox }) => {
  const { create, field, fill, summary } = await openCreate(page, sandbox)
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

test('the other CPU tier is one click away, and is not tried without being asked', async ({
  page,
  sandbox,
}) => {
  const { create, fill, radio, summary } = await openCreate(page, sandbox)
  await fill({ ...tooLarge, vCPUs: '240', 'Memory (GiB)': '8' })
  await create.click()
  await summary.getByRole('button', { name: 'Try high performance +$2.400' }).click()
  await expect(radio('High performance')).toBeChecked()
  await expect(summary).toContainText('240 vCPU × $0.0150')
  expect(await sentCreates(sandbox)).toHaveLength(1)
  await radio('General purpose').check()
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
  await expectAccessible(page)
  const large = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 390, height: 844 })
  // What the line lies over for as long as it takes could not be pressed.
  await page.getByRole('button', { name: 'Sign out' }).click({ trial: true })
  await page.setViewportSize(large)
  await page.clock.fastForward(40_000)
  await expect(notices).toContainText('tried 1×')
  await page.clock.fastForward(40_000)
  await expect(notices).toContainText('patient-one is being created.')
  await expect(notices).not.toContainText('no room yet')
  await expect(notices).not.toContainText('was not created')
  await expect(page).toHaveURL('/webapps')
  expect(await isHeldBack()).toBe(false)

  await page.getByRole('link', { name: 'Instances' }).click()
  await page.getByRole('link', { name: 'Create instance' }).click()
  await begin('patient-two', 9)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('main')).toContainText('Keep trying has ended.')
  await expect(page.getByRole('main')).toContainText('patient-two was not created.')
  await page.clock.fastForward(120_000)
  const sent = ['patient-one', 'patient-one', 'patient-one', 'patient-two']
  expect(names(await sentCreates(sandbox))).toEqual(sent)
})

test('a change of the form ends the trying', async ({ page, sandbox }) => {
  const { create, fill, summary } = await openCreate(page, sandbox)
  await fill(tooLarge)
  await create.click()
  await summary.getByRole('button', { name: 'Keep trying' }).click()
  await expect(summary.getByRole('button', { name: 'Stop trying' })).toBeVisible()
  await fill({ Name: 'another-one' })
  await expect(summary.getByRole('button', { name: 'Stop trying' })).toBeHidden()
  await expect(summary.getByRole('button', { name: 'Keep trying' })).toBeVisible()
})

test.describe('the live shapes of a 422', () => {
  test.use({ scenario: 'live' })

  test('a full host', async ({ page, sandbox }) => {
    const { create, field, fill, summary } = await openCreate(page, sandbox)
    await fill({ ...tooLarge, vCPUs: '4' })
    await create.click()
    await expect(summary.getByRole('alert')).toContainText('Short of memory.')
    await summary.getByRole('button', { name: 'Use nearest size' }).click()
    await expect(field('vCPUs')).toHaveValue('4')
    await expect(field('Memory (GiB)')).not.toHaveValue('512')
    await create.click()
    await expect(page).toHaveURL('/instances/large-one')
  })

  test('a limit of the account, which waiting does not lift', async ({ page, sandbox }) => {
    const { create, fill, summary } = await openCreate(page, sandbox)
    await fill(tooLarge)
    await create.click()
    await expect(summary.getByRole('alert')).toContainText('Your account has reached a limit')
    await expect(summary.getByRole('alert')).toContainText('the limit is 320')
    for (const name of ['Keep trying', 'Use nearest size', 'Try high performance'])
      await expect(summary.getByRole('button', { name })).toHaveCount(0)
  })
})

test.describe('hosts with nothing free', () => {
  test.use({ scenario: 'full' })

  test('leave nothing to fill in', async ({ page, sandbox }) => {
    const { create, summary } = await openCreate(page, sandbox)
    await create.click()
    await expect(summary.getByRole('alert')).toContainText('Not enough room right now')
    await expect(summary.getByRole('button', { name: 'Use nearest size' })).toHaveCount(0)
    await expect(summary.getByRole('button', { name: 'Keep trying' })).toBeVisible()
  })
})

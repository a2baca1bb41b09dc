import { expect, test } from '../support/fixtures.ts'

import { openCreate, sentCreates, startAnother } from './create-form.ts'

test.use({ scenario: 'live' })

const tooLarge = { vCPUs: '256', 'Memory (GiB)': '512', Name: 'large-one' }

test('the live service is met in its own words: a distribution that it asks for, long names of GPUs, a limit, and no room', async ({
  page,
  sandbox,
}) => {
  const { create, field, fill, radio, summary } = await openCreate(page, sandbox)

  await test.step('a service that asks for a distribution is told one', async () => {
    await expect(field('Distribution')).toHaveCount(0)
    await radio('Virtual machine').check()
    await field('Distribution').selectOption('Debian')
    await fill({ Name: 'debian-vm' })
    await create.click()
    await expect(page).toHaveURL('/instances/debian-vm')
    expect(await sentCreates(sandbox)).toMatchObject([{ resource_type: 'vm', distro: 'debian' }])
  })

  await test.step('a service that wants long GPU names gets one after it refused the short one', async () => {
    await startAnother(page)
    await fill({ Name: 'with-gpu' })
    await field('GPU model').selectOption('RTX 5090')
    await create.click()
    await expect(field('GPU model')).toHaveAccessibleDescription(/"RTX 5090" is not a valid choice/)
    await page.getByRole('button', { name: 'Use NVIDIA GeForce RTX 5090' }).click()
    await expect(field('GPU model')).toHaveValue('NVIDIA GeForce RTX 5090')
    await create.click()
    await expect(page).toHaveURL('/instances/with-gpu')
    expect(await sentCreates(sandbox)).toMatchObject([
      {},
      { gpu_model: 'RTX 5090' },
      { gpu_model: 'NVIDIA GeForce RTX 5090' },
    ])
  })

  await test.step('a limit of the account, which waiting does not lift', async () => {
    await startAnother(page)
    await fill(tooLarge)
    await create.click()
    await expect(summary.getByRole('alert')).toContainText('Your account has reached a limit')
    await expect(summary.getByRole('alert')).toContainText('the limit is 320')
    for (const name of ['Keep trying', 'Use nearest size', 'Try high performance'])
      await expect(summary.getByRole('button', { name })).toHaveCount(0)
  })

  await test.step('a full host has the same panel', async () => {
    await fill({ ...tooLarge, vCPUs: '4' })
    await create.click()
    await expect(summary.getByRole('alert')).toContainText('Short of memory.')
    await summary.getByRole('button', { name: 'Use nearest size' }).click()
    await expect(field('vCPUs')).toHaveValue('4')
    await expect(field('Memory (GiB)')).not.toHaveValue('512')
    await create.click()
    await expect(page).toHaveURL('/instances/large-one')
  })
})

import { expect, test } from '../support/fixtures.ts'

import { openCreate, sentCreates, startAnother } from './create-form.ts'

test('a virtual machine is created with what it can have, and a distribution where the service wants one', async ({
  page,
  sandbox,
}) => {
  const { create, environment, field, fill, radio, summary } = await openCreate(page, sandbox)

  await test.step('what a virtual machine rules out says so, and comes back with the container', async () => {
    await radio('Genomics').check()
    await field('GPU model').selectOption('RTX 5090')
    await expect(summary).toContainText('1 GPU')

    await radio('Virtual machine').check()
    await expect(radio('Base')).toBeChecked()
    await expect(environment.getByRole('radio')).toHaveCount(1)
    await expect(page.getByText('7 environments and GPUs are available to containers only.')).toBeVisible()
    await expect(field('GPU model')).toHaveCount(0)
    await expect(summary).not.toContainText('GPU')
    await expect(summary).not.toContainText('Sentieon')

    await radio('Container').check()
    await expect(radio('Genomics')).toBeChecked()
    await expect(field('GPU model')).toHaveValue('RTX 5090')
    await expect(field('GPU model')).toBeEnabled()
  })

  await test.step('a size that nobody chose goes with the environment; one that was typed stays', async () => {
    await radio('Genomics').check()
    await expect(field('vCPUs')).toHaveValue('16')
    await radio('Large').check()
    await expect(field('vCPUs')).toHaveValue('64')
    await field('Memory (GiB)').fill('300')
    for (const size of ['Small', 'Medium', 'Large', 'X-large']) await expect(radio(size)).not.toBeChecked()
    await radio('Base').check()
    await expect(field('vCPUs')).toHaveValue('64')
    await expect(field('Memory (GiB)')).toHaveValue('300')
  })

  await test.step('a virtual machine is created with what it can have', async () => {
    await radio('Virtual machine').check()
    await fill({ vCPUs: '8', 'Memory (GiB)': '16', 'Disk (GiB)': '100', Name: 'my-vm' })
    await create.click()
    await expect(page).toHaveURL('/instances/my-vm')
    await sandbox.advance(10)
    await expect(page.locator('[data-state=running]').first()).toBeVisible()
    expect(await sentCreates(sandbox)).toEqual([
      {
        resource_type: 'vm',
        flavor: 'base',
        cpu_tier: 'general-purpose',
        n_vcpus: 8,
        mem_gib: 16,
        disk_size_gib: 100,
        name: 'my-vm',
      },
    ])
  })

  await test.step('a service that asks for a distribution only when it refuses is told one then', async () => {
    await startAnother(page)
    await sandbox.faults([
      {
        method: 'POST',
        path: '/api/instance/',
        status: 400,
        body: { distro: ['This field is required.'] },
        times: 1,
      },
    ])
    await radio('Virtual machine').check()
    await fill({ Name: 'asked-vm' })
    await create.click()
    await expect(page.getByRole('alert')).toContainText('Distribution: This field is required.')
    await expect(field('Distribution')).toHaveValue('ubuntu')
    await create.click()
    await expect(page).toHaveURL('/instances/asked-vm')
    expect(await sentCreates(sandbox)).toMatchObject([{}, {}, { distro: 'ubuntu' }])
  })
})

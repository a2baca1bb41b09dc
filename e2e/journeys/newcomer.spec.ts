import * as z from 'zod/mini'

import { expect, expectAccessible, rowOf, type Sandbox, signInByHand, test } from '../support/fixtures.ts'

import { countLoads, expectState, figureOf, ownSandboxWorld, region } from './steps.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const clipboard = () => navigator.clipboard.readText()

const instance = z.object({ name: z.string(), uuid: z.string(), ssh_command: z.nullable(z.string()) })

const read = async (sandbox: Sandbox, name: string) =>
  z.parse(instance, await sandbox.api('get', `/instance/${name}/`))

test('a newcomer creates an RStudio container, watches it start, works with it, and deletes it', async ({
  page,
  sandbox,
}) => {
  test.slow()
  await ownSandboxWorld(page, sandbox)
  await page.goto('/')
  await expect(page.getByText('Made in the Carolina Cloud dashboard under Settings, API key.')).toBeVisible()
  await page.getByRole('button', { name: 'Use sandbox key' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Instances' })).toBeVisible()
  const loads = countLoads(page)

  await test.step('create it, with data from S3', async () => {
    await page.getByRole('link', { name: 'Create instance' }).first().click()
    await page.getByRole('radio', { name: 'Container', exact: true }).check()
    await page.getByRole('radio', { name: 'RStudio', exact: true }).check()
    await page.getByLabel('vCPUs', { exact: true }).fill('4')
    await page.getByLabel('Memory (GiB)').fill('16')
    await page.getByLabel('Disk (GiB)').fill('100')
    await page.getByLabel('Name', { exact: true }).fill('first-analysis')
    await page.getByLabel('S3 endpoint URL').fill('https://s3.us-east-1.amazonaws.com')
    await page.getByLabel('S3 access key ID').fill('AKIAEXAMPLE')
    await page.getByLabel('S3 secret access key', { exact: true }).fill('s3-secret-example')
    await page.getByLabel('S3 bucket path').fill('lab-bucket/experiments/results')
    await expect(region(page, 'Summary')).toContainText('$0.110 / h')
    await page.getByRole('button', { name: 'Create instance' }).click()
    await expect(page).toHaveURL('/instances/first-analysis')
  })

  await test.step('watch it go from provisioning to running', async () => {
    await expectState(page, 'provisioning')
    await sandbox.advance(10)
    await expectState(page, 'running')
    await expect(page.getByRole('link', { name: 'Open RStudio' })).toHaveAttribute(
      'href',
      'https://first-analysis.carolinacloud.io/',
    )
  })

  await test.step('see its usage move', async () => {
    const usage = region(page, 'Live usage')
    await expect(usage.locator('svg.recharts-surface')).toHaveCount(3)
    await expect.poll(() => figureOf(page, 'CPU')).toBeDefined()
    const curve = usage.locator('path.recharts-area-curve').first()
    for (let readings = 0; readings < 2; readings += 1) {
      const cpu = await figureOf(page, 'CPU')
      const drawn = (await curve.count()) === 0 ? null : await curve.getAttribute('d')
      await sandbox.advance(90)
      await expect.poll(() => figureOf(page, 'CPU')).not.toBe(cpu)
      await expect.poll(() => curve.getAttribute('d')).not.toBe(drawn)
    }
    await expectAccessible(page)
  })

  await test.step('copy the SSH command', async () => {
    const { ssh_command: command } = await read(sandbox, 'first-analysis')
    await region(page, 'Connect').getByRole('button', { name: 'Copy SSH command' }).click()
    expect(await page.evaluate(clipboard)).toBe(command)
    await expect(page.getByRole('status').filter({ hasText: 'SSH command copied' })).toHaveCount(1)
  })

  await test.step('resize it', async () => {
    await page.getByRole('button', { name: 'Resize', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Resize instance' })
    await dialog.getByLabel('vCPUs').fill('8')
    await dialog.getByLabel('Memory (GiB)').fill('32')
    await expect(dialog).toContainText(/\$0\.110 →\s+to \$0\.210\s\/\sh/)
    await dialog.getByRole('button', { name: 'Resize instance' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('main')).toContainText('8 vCPU32 GiB memory100 GiB disk')
    await expect(region(page, 'Cost')).toContainText('$0.21')
  })

  await test.step('stop it: the disk goes on costing', async () => {
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Stop instance' })
    await expect(dialog).toContainText(/Now\$0\.210\s\/\shAfter\$0\.010\s\/\sh/)
    await expect(dialog).toContainText('disk is kept')
    await dialog.getByRole('button', { name: 'Stop instance' }).click()
    await expect(page.getByRole('main').locator('[data-state]').first()).toHaveText('Stopping')
    await sandbox.advance(10)
    await expectState(page, 'exited')
    await expect(region(page, 'Cost')).toContainText('$0.010/ h for its disk')
  })

  await test.step('restart it', async () => {
    await page.getByRole('button', { name: 'Restart', exact: true }).click()
    await expect(page.getByRole('main').locator('[data-state]').first()).toHaveText('Restarting')
    await sandbox.advance(10)
    await expectState(page, 'running')
    await expect(region(page, 'Cost')).toContainText('$0.21')
  })

  await test.step('delete it by typing its name', async () => {
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete instance' })
    const remove = dialog.getByRole('button', { name: 'Delete instance' })
    await dialog.getByLabel('Instance name').fill('first-analysi')
    await expect(remove).toHaveAttribute('aria-disabled', 'true')
    await dialog.getByLabel('Instance name').fill('first-analysis')
    await remove.click()
    await expect(page).toHaveURL('/instances')
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect(rowOf(page, 'first-analysis')).toHaveCount(0)
  })

  expect(loads()).toBe(0)
  const left = z.parse(z.array(instance), await sandbox.api('get', '/instance/'))
  expect(left.map(({ name }) => name)).not.toContain('first-analysis')
})

test('a bookmark leads to an instance, and a virtual machine has its ports opened and closed', async ({
  page,
  sandbox,
}) => {
  await test.step('a bookmark by uuid opens after sign-in', async () => {
    const { uuid } = await read(sandbox, 'rna-atlas')
    await signInByHand(page, sandbox.key, `/instances/${uuid}`)
    await expect(page).toHaveURL(`/instances/${uuid}`)
    await expect(page.getByRole('heading', { level: 1, name: 'rna-atlas' })).toBeVisible()
    await expect(region(page, 'Details')).toContainText(uuid)
  })

  await test.step('443 is opened on a virtual machine, and closed again', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    await rowOf(page, 'license-server').getByRole('link', { name: 'license-server', exact: true }).click()
    const ports = region(page, 'Ports')
    await expect(ports.getByRole('button', { name: 'Close port 5432' })).toBeVisible()
    await ports.getByLabel('Port', { exact: true }).fill('443')
    await ports.getByRole('button', { name: 'Open port' }).click()
    await expect(ports.getByRole('button', { name: 'Close port 443' })).toBeVisible()
    await expect(ports.getByRole('link', { name: /^https:\/\/203\.0\.113\.\d+$/ })).toBeVisible()
    expect(await sandbox.api('get', '/instance/license-server/')).toMatchObject({ wan_ports: [443, 5432] })

    await ports.getByRole('button', { name: 'Close port 443' }).click()
    await expect(ports.getByRole('button', { name: 'Close port 443' })).toHaveCount(0)
    await expect(ports).toContainText('always open')
    expect(await sandbox.api('get', '/instance/license-server/')).toMatchObject({ wan_ports: [5432] })
  })
})

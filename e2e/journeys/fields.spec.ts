import * as z from 'zod/mini'

import { expect, type Sandbox, signIn, test } from '../support/fixtures.ts'
import { goTo } from '../support/go-to.ts'

import { expectState, region } from './steps.ts'

const instance = z.object({
  uuid: z.string(),
  lan_ipv4: z.string(),
  public_ipv4: z.nullable(z.string()),
  wan_ssh_port: z.int(),
  ssh_command: z.string(),
  webapp_url: z.nullable(z.string()),
  original_ccloud_password: z.string(),
  created_at: z.string(),
})

const read = async (sandbox: Sandbox, name: string) =>
  z.parse(instance, await sandbox.api('get', `/instance/${name}/`))

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('the pages of instances have every field that the service tells of them', async ({ page, sandbox }) => {
  await test.step('the page of a container has every field that the service tells of it', async () => {
    const told = await read(sandbox, 'rna-atlas')
    await signIn(page, sandbox.key, '/instances/rna-atlas')
    await expectState(page, 'running')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rna-atlas')

    await expect(page.getByRole('main')).toContainText(
      /RStudio16 vCPU64 GiB memory500 GiB diskHigh performance/,
    )
    const details = region(page, 'Details')
    for (const words of [told.uuid, 'Container', 'rstudioserver', 'ada@lab.example', told.lan_ipv4])
      await expect(details).toContainText(words)
    await expect(details.locator('time')).toHaveAttribute('datetime', told.created_at)

    const connect = region(page, 'Connect')
    await expect(connect).toContainText(told.ssh_command)
    await expect(connect.getByRole('link', { name: 'rna-atlas.carolinacloud.io' })).toHaveAttribute(
      'href',
      `${told.webapp_url ?? ''}/`,
    )
    await expect(connect).toContainText(`Port ${told.wan_ssh_port}`)
    await expect(details).not.toContainText('Public')
    await connect.getByRole('button', { name: 'Copy password' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(told.original_ccloud_password)

    const cost = region(page, 'Cost')
    await expect(cost).toContainText('16 vCPU × $0.0150$0.240')
    await expect(cost).toContainText('64 GiB RAM × $0.0050$0.320')
    await expect(cost).toContainText('500 GiB disk × $0.0001$0.050')
  })

  await test.step('the page of a GPU container has the GPU and its price', async () => {
    await goTo(page, '/instances/llama-tune')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('llama-tune')
    await expect(page.getByRole('main')).toContainText('1× RTX 5090')
    await expect(region(page, 'Cost')).toContainText('1 RTX 5090 × $0.5500$0.550')
  })

  await test.step('the page of a virtual machine has its public address and its open ports', async () => {
    const told = await read(sandbox, 'gateway')
    await goTo(page, '/instances/gateway')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('gateway')
    await expectState(page, 'running')
    await expect(region(page, 'Details')).toContainText('Virtual machine')
    await expect(region(page, 'Details')).toContainText('General purpose')
    await expect(region(page, 'Connect')).toContainText(told.ssh_command)
    await expect(region(page, 'Details')).toContainText(told.public_ipv4 ?? 'an address')
    const ports = region(page, 'Ports')
    await expect(ports).toContainText(`open on ${told.public_ipv4 ?? ''}`)
    for (const port of [80, 443])
      await expect(ports.getByRole('button', { name: `Close port ${port}`, exact: true })).toBeVisible()
  })
})

import type { Page } from '@playwright/test'

import { expect, signIn, test } from '../support/fixtures.ts'
import { goTo } from '../support/go-to.ts'

const texts = [
  'name',
  'resource_type',
  'flavor',
  'cpu_tier',
  'gpu_model',
  'owner_email',
  'created_at',
  'lan_ipv4',
  'public_ipv4',
  'ssh_command',
  'webapp_url',
  'original_ccloud_password',
  'distro',
  'project',
  'host',
]
const numbers = [
  'n_vcpus',
  'mem_gib',
  'disk_size_gib',
  'n_gpus',
  'wan_ssh_port',
  'vcpu_cost_hourly_usd',
  'ram_cost_hourly_usd',
  'storage_cost_hourly_usd',
  'gpu_cost_hourly_usd',
  'hourly_cost_usd',
  'sentieon_hourly_cost_usd',
  'auto_stop_minutes',
]

/** JSON with half of a surrogate pair in every text, written as JSON may write it, and numbers that cannot be real. */
const oddRow = (uuid: string, name: string, number: string, state: string): string => {
  const fields = [
    `"uuid":"${uuid}"`,
    `"state":"${state}"`,
    `"auto_stop_enabled":true`,
    `"wan_ports":[${number},-1,0,80]`,
    ...texts.map((field) => `"${field}":"${field === 'name' ? name : `${field}\\ud800\\u0000`}"`),
    ...numbers.map((field) => `"${field}":${number}`),
  ]
  return `{${fields.join(',')}}`
}

const longUrl = `https://app.example/?token=${'a'.repeat(5000)}`
const rows = [
  oddRow('11111111-1111-4111-8111-111111111111', 'x\\ud800y', '1e300', 'running'),
  oddRow('22222222-2222-4222-8222-222222222222', '../..', '1e308', 'exited'),
  oddRow('33333333-3333-4333-8333-333333333333', 'a/b%2F', '-1', 'running\\ud800'),
  oddRow('44444444-4444-4444-8444-444444444444', '\\u202Eevil', '5e-324', 'error'),
  `{"uuid":"66666666-6666-4666-8666-666666666666","name":" outer\\u3000 space ","state":"running","resource_type":"vm","flavor":"base","ssh_command":"ssh -A first.last@box.example\\ntrue"}`,
  `{"uuid":"77777777-7777-4777-8777-777777777777","name":"twin","state":"deleted","resource_type":"vm","flavor":"base"}`,
  `{"uuid":"88888888-8888-4888-8888-888888888888","name":"twin","state":"running","resource_type":"vm","flavor":"base"}`,
  `{"uuid":"55555555-5555-4555-8555-555555555555","name":"long-link","state":"running","resource_type":"container","flavor":"marimo","webapp_url":"${longUrl}"}`,
]

const serveRows = (page: Page) =>
  page.route('**/api/instance/**', (route) => {
    const path = new URL(route.request().url()).pathname
    if (path.endsWith('/stats/'))
      return route.fulfill({
        contentType: 'application/json',
        body: '{"cpu_percent":1e308,"mem_used_gib":-1}',
      })
    const ref = /instance\/([^/]+)\/$/.exec(path)?.[1]
    const row =
      ref === 'twin'
        ? rows.find((row) => row.includes('8888'))
        : rows.find((row) => ref !== undefined && row.includes(`"uuid":"${ref}"`))
    const isKnown = ref === undefined || row !== undefined
    const body = ref === undefined ? `[${rows.join(',')}]` : (row ?? '{"error":"Instance not found."}')
    return route.fulfill({ status: isKnown ? 200 : 404, contentType: 'application/json', body })
  })

const expectSound = async (page: Page) => {
  const main = page.getByRole('main')
  await expect(main).not.toContainText(/∞|NaN|undefined|Infinity|stopped working|could not be shown/)
}

test('odd fields and too long links stop no page', async ({ page, sandbox }) => {
  await serveRows(page)
  await signIn(page, sandbox.key)
  await test.step('texts no URL can hold and numbers that cannot be real stop no page', async () => {
    const table = page.getByRole('table', { name: 'Instances' })
    await expect(table.getByRole('link', { name: 'x\uFFFDy' })).toBeVisible()
    await expect(table.getByRole('link', { name: 'a/b%2F' })).toBeVisible()
    await expectSound(page)

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search pages, instances and actions' }).fill('stop')
    const commands = page.getByRole('listbox', { name: 'Commands' }).getByRole('option')
    await expect(commands.first()).toBeVisible()
    for (const id of await commands.evaluateAll((options) => options.map((option) => option.id)))
      expect(id).toMatch(/^\S+$/)
    await page.keyboard.press('Escape')

    for (const [link, heading] of [
      ['Web apps', 'Web apps'],
      ['Costs', 'Costs'],
      ['Activity', 'Activity'],
      ['Instances', 'Instances'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }).click()
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await expectSound(page)
    }
  })

  await test.step('an address too long for a QR code says so; the page and the link stay', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Web apps' }).click()
    await page.getByRole('button', { name: 'QR code of long-link' }).click()
    const dialog = page.getByRole('dialog', { name: 'QR code' })
    await expect(dialog).toContainText('This link is too long for a QR code.')
    await expect(dialog.getByRole('button', { name: /Copy/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('link', { name: /Open/ }).first()).toHaveAttribute('href', longUrl)
  })
})

test('odd names lead to their own pages, and are in nobody’s way there', async ({ page, sandbox }) => {
  await serveRows(page)
  await signIn(page, sandbox.key)
  await test.step('an instance whose name no URL can hold has its page all the same, from a link and after a reload', async () => {
    for (const name of ['x\uFFFDy', '../..', 'a/b%2F', '\uFFFDevil']) {
      await page.getByRole('table', { name: 'Instances' }).getByRole('link', { name }).click()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(page.getByRole('region', { name: 'Cost' })).toBeVisible()
      await expectSound(page)
      await page.reload()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    }
  })

  await test.step('two rows of one name lead to two instances, and outer spaces and odd commands are in nobody’s way', async () => {
    await goTo(page, '/instances?deleted=show')
    const twins = page.getByRole('table', { name: 'Instances' }).getByRole('link', { name: 'twin' })
    await expect(twins).toHaveCount(2)
    for (const state of ['deleted', 'running']) {
      await page
        .getByRole('table', { name: 'Instances' })
        .getByRole('row')
        .filter({ has: page.locator(`[data-state=${state}]`) })
        .getByRole('link', { name: 'twin' })
        .click()
      await expect(page.getByRole('heading', { level: 1, name: 'twin' })).toBeVisible()
      await expect(page.locator('[data-state]').first()).toHaveAttribute('data-state', state)
      await page.goBack()
    }

    await page.getByRole('table', { name: 'Instances' }).getByRole('link', { name: /outer/ }).click()
    const connect = page.getByRole('region', { name: 'Connect' })
    await expect(connect).toContainText('ssh -A first.last@box.example\uFFFDtrue')
    await expect(connect).toContainText('does not understand all of it')
    await expect(connect.getByRole('radiogroup', { name: 'Ways to connect' })).toBeHidden()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
    await remove.getByLabel(/^Instance name/).fill('outer space')
    await expect(remove.getByRole('button', { name: 'Delete instance' })).toBeEnabled()
  })
})

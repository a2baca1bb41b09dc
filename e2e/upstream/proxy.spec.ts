import { expect, expectAccessible, keepReading, rowOf, signIn, test as base } from '../support/fixtures.ts'

import { startGate } from './gate.ts'
import { type PageService, startPageService } from './page-service.ts'
import { refusedStart, type StartedApp, startApp } from './start-app.ts'

const key = 'ck_live_5d1f0c'

interface Fixtures {
  /** What stands behind the service's address in CCLOUD_API_URL. */
  ending: string
  /** The one key that the service takes. */
  taken: string
  service: PageService
  app: StartedApp
}

const test = base.extend<Fixtures>({
  ending: ['/api', { option: true }],
  taken: [key, { option: true }],
  service: async ({ taken }, provide) => {
    const service = await startPageService(taken)
    await provide(service)
    service.close()
  },
  app: async ({ page, service, ending }, provide) => {
    const app = await startApp(`${service.origin}${ending}`)
    await provide(app)
    // The page goes first: what it still loads would fail.
    await page.goto('about:blank')
    app.stop()
  },
})

test('the same app runs a fleet on a service that is not the sandbox, and does not speak of one', async ({
  page,
  request,
  app,
  service,
}) => {
  await page.goto(`${app.origin}/instances`)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Use sandbox key' })).toHaveCount(0)
  await expect(page.getByText('sandbox')).toHaveCount(0)

  await page.getByLabel('API key', { exact: true }).fill('sandbox-lab')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText(`was not accepted by ${new URL(service.origin).host}`)
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Sign in' }).click()

  const row = rowOf(page, 'dev-server')
  for (const figure of ['8', '16', '100', '$0.820'])
    await expect(row.getByRole('cell', { name: figure, exact: true })).toBeVisible()
  await expect(page.getByText('sandbox')).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Create instance' }).click()
  await page.getByRole('radio', { name: 'Virtual machine' }).check()
  await page.getByLabel('Name', { exact: true }).fill('second-server')
  await page.getByLabel('vCPUs', { exact: true }).fill('128')
  await page.getByLabel('Memory (GiB)').fill('512')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('dev-server')
  const create = page.getByRole('button', { name: 'Create instance' })
  await create.click()
  await page.getByRole('button', { name: 'Use nearest size' }).click()
  await create.click()

  await expect(page.getByRole('heading', { level: 1, name: 'second-server' })).toBeVisible()
  await expect(page.locator('[data-state="running"]').first()).toBeVisible()
  await expect(page.getByRole('main')).toContainText('64 vCPU256 GiB memory')
  await expect(page.getByRole('region', { name: 'Connect' })).toContainText(
    'ssh -p 30140 ccloud@login.carolinacloud.io',
  )

  const ports = page.getByRole('region', { name: 'Ports' })
  await ports.getByLabel('Port', { exact: true }).fill('443')
  await ports.getByRole('button', { name: 'Open port' }).click()
  await ports.getByRole('button', { name: 'Close port 443' }).click()
  await expect(ports.getByRole('button', { name: 'Close port 443' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Rename' }).click()
  const rename = page.getByRole('dialog', { name: 'Rename instance' })
  await rename.getByLabel('Name').fill('third-server')
  await rename.getByRole('button', { name: 'Rename instance' }).click()
  await expect(page).toHaveURL(`${app.origin}/instances/third-server`)

  await page.getByRole('button', { name: 'Show API call' }).click()
  const calls = page.getByRole('dialog', { name: 'API calls' })
  await expect(calls).toContainText(`${service.origin}/api/instance/third-server/`)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page
    .getByRole('dialog', { name: 'Stop instance' })
    .getByRole('button', { name: 'Stop instance' })
    .click()
  await expect(page.locator('[data-state="shut_off"]').first()).toBeVisible()

  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await expect(page.locator('[data-state="running"]').first()).toBeVisible()

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete instance' })
  await dialog.getByLabel('Instance name').fill('third-server')
  await dialog.getByRole('button', { name: 'Delete instance' }).click()
  await expect(page).toHaveURL(`${app.origin}/instances`)
  await expect(rowOf(page, 'dev-server')).toBeVisible()
  await expect(rowOf(page, 'third-server')).toHaveCount(0)

  for (const { path, headers } of service.seen) {
    expect(path).toMatch(/^\/api\/instance\/(?:.+\/)?$/)
    expect(headers.authorization).toMatch(/^Bearer /)
    expect(headers.cookie).toBeUndefined()
    expect(headers.referer).toBeUndefined()
  }
  await test.step('there is no way to a sandbox', async () => {
    for (const path of ['/__sandbox/requests', '/api/docs/', '/api/schema/'])
      expect((await request.get(`${app.origin}${path}`)).ok(), path).toBe(false)
  })
})

// Every form of the address is in src/serve/settings.test.ts.
test.describe('CCLOUD_API_URL without a path', () => {
  test.use({ ending: '' })
  test('leads to the service, which tells of its containers, and may go away', async ({
    page,
    app,
    service,
  }) => {
    await test.step('a container tells its usage there too', async () => {
      await signIn(page, key, `${app.origin}/instances/notebook`, service.origin)
      const usage = page.getByRole('region', { name: 'Live usage' })
      await expect(usage).toContainText(/CPU\s*45\.2\s*%/)
      await expect(usage).toContainText(/Memory\s*12\.4\s*\/\s*16\s*GiB/)
      await expect(usage).toContainText(/Disk\s*38\.7\s*\/\s*100\s*GiB/)
    })

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    await expect(rowOf(page, 'dev-server')).toContainText('Running')
    expect(service.seen.map(({ path }) => path)).toContain('/api/instance/')

    await test.step('a service that goes away leaves the page as it was, with a word about it', async () => {
      service.close()
      await keepReading(page)
      const line = page.getByRole('button', { name: 'Try now' })
      await expect(line).toBeVisible()
      await expect(line).toHaveAccessibleDescription(/could not be reached.*Showing data from/i)
      await expect(rowOf(page, 'dev-server')).toContainText('Running')
    })
  })
})

test('a sign-in of the organisation that has run out is told as that, and a reload is the way on', async ({
  page,
  context,
  app,
  service,
}) => {
  const gate = await startGate(app.origin)
  await signIn(page, key, `${gate.origin}/instances`, service.origin)
  await expect(rowOf(page, 'dev-server')).toBeVisible()

  await context.clearCookies()
  await keepReading(page)
  const reload = page.getByRole('button', { name: 'Reload' })
  await expect(reload).toHaveAccessibleDescription(/asks for a sign-in.*Showing data from/)
  await expect(rowOf(page, 'dev-server')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await reload.click()
  await expect(page.getByText(/^updated /)).toBeVisible()
  await expect(rowOf(page, 'dev-server')).toBeVisible()

  // Without anything to show yet, the page itself says it.
  await page.route('**/api/instance/', (route) =>
    route.fulfill({ status: 401, contentType: 'text/html', body: '<h1>Sign in</h1>' }),
  )
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('asks for a sign-in')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.unroute('**/api/instance/')
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(rowOf(page, 'dev-server')).toBeVisible()

  for (const { headers } of service.seen) expect(headers.cookie).toBeUndefined()
  gate.close()
})

// Each sentence is in src/serve/settings.test.ts.
test('a CCLOUD_API_URL that cannot be used is refused in words, without its password', () => {
  const { code, stdout, stderr } = refusedStart('https://ada:hunter2@console.carolinacloud.io/api')
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toBe(
    'CCLOUD_API_URL must not contain a user name or a password. Use an address such as https://console.carolinacloud.io/api, or leave it out for the sandbox.\n',
  )
})

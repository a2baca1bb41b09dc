import { rememberIdle } from '../support/database.ts'
import { expect, keepReading, region, signIn, test } from '../support/fixtures.ts'
import { expectState, goTo } from './support.ts'

const statsAsked = (asked: { path: string }[]) => asked.filter(({ path }) => path.endsWith('/stats/')).length

test('three charts on one axis, and they move', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas?window=15min')
  const usage = region(page, 'Live usage')
  for (const name of ['CPU', 'Memory', 'Disk'])
    await expect(usage.getByRole('heading', { name, exact: true })).toBeVisible()
  await expect(usage).toContainText('/ 64 GiB')
  await expect(usage).toContainText('/ 500 GiB')
  const cpu = usage.getByRole('table', { name: 'CPU in the last 15 min' })
  await expect(cpu.locator('tbody tr')).toHaveCount(1)
  const drawn = usage.locator('path.recharts-area-curve').first()
  await expect(cpu.locator('tbody tr')).toHaveCount(2)
  const before = await drawn.getAttribute('d')
  await expect.poll(() => drawn.getAttribute('d')).not.toBe(before)
  await expect.poll(async () => statsAsked(await sandbox.requests())).toBeGreaterThanOrEqual(3)
})

test('the charts of a container: as wide as what is stored, then as wide as one chooses, and the numbers as a file', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  const usage = region(page, 'Live usage')

  await test.step('nobody has chosen a window: it begins with a minute, and grows with what is stored', async () => {
    await expect(usage.getByRole('slider', { name: 'CPU in the last 1 min' })).toBeVisible()
    await expect(usage).toContainText(/since \d\d:\d\d:\d\d/)
    for (const radio of await usage.getByRole('radio').all()) await expect(radio).not.toBeChecked()
    await expect(page).toHaveURL('/instances/rna-atlas')
  })

  await test.step('the window is part of the address, and what was seen survives a reload', async () => {
    await usage.getByRole('radio', { name: '5 min', exact: true }).check()
    await expect(page).toHaveURL('/instances/rna-atlas?window=5min')
    const cpu = usage.getByRole('table', { name: 'CPU in the last 5 min' })
    await expect(cpu.locator('tbody tr').nth(1)).toBeAttached()
    const first = await cpu.locator('tbody th').first().textContent()

    await page.reload()
    await expect(page.getByRole('radio', { name: '5 min', exact: true })).toBeChecked()
    await expect(cpu.locator('tbody th').first()).toHaveText(first ?? '')
  })

  await test.step('samples are exported as CSV', async () => {
    await expect(usage.getByRole('table', { name: /^CPU/ }).locator('tbody tr').nth(1)).toBeAttached()
    const download = page.waitForEvent('download')
    await usage.getByRole('button', { name: 'Export samples as CSV' }).click()
    expect((await download).suggestedFilename()).toBe('rna-atlas-usage.csv')
  })
})

test('the charts go on through what is odd, what fails and what changes', async ({ page, sandbox }) => {
  const usage = region(page, 'Live usage')

  await test.step('more than all vCPUs stays in the chart, and a whole of nothing has no axis', async () => {
    const body = { cpu_percent: 640, mem_used_gib: 0, mem_total_gib: 0, disk_used_gib: 12, disk_total_gib: 0 }
    await sandbox.faults([{ method: 'GET', path: '*/stats/', status: 200, body }])
    await signIn(page, sandbox.key, '/instances/rna-atlas?window=15min')
    await expect(usage).toContainText('640.0%')
    await expect(usage).toContainText('700 %350')
    await expect(usage).toContainText('limit 100.0 %')
    await expect(usage).toContainText('Memorynot measured')
    await expect(usage).toContainText('6432')
    await expect(usage).toContainText('12.0/ 500 GiB')
    await sandbox.faults([])
  })

  await test.step('a reading that fails in between is a note with the last one, leaves the page alone, and passes', async () => {
    await expect(usage).toContainText('just now')
    await sandbox.faults([
      { path: '/api/instance/*/stats/', status: 400, body: { error: 'Instance is not running' } },
    ])
    await expect(usage).toContainText('Instance is not running')
    await expect(usage).toContainText('Last reading')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(region(page, 'Cost')).toContainText('$0.61')
    await sandbox.faults([])
    await expect(usage).not.toContainText('no answer')
    await expect(usage).toContainText('just now')
  })

  await test.step('what happened is marked on the charts, with what changed', async () => {
    await expect(usage.getByRole('slider', { name: /^CPU/ })).toBeVisible()
    await sandbox.api('patch', '/instance/rna-atlas/', { n_vcpus: 8, mem_gib: 48 })
    await keepReading(page)
    const event = usage.getByRole('list', { name: 'Events' }).getByRole('listitem')
    await expect(event).toContainText('16 → 8 vCPU, 64 → 48 GiB')
    await expect(usage).toContainText('/ 48 GiB')
  })
})

test('what has no charts says why in their place: a virtual machine, a container at rest, a start, a host out of reach', async ({
  page,
  sandbox,
}) => {
  const usage = region(page, 'Live usage')

  await test.step('a virtual machine says why it has no charts, and is not asked for usage', async () => {
    await signIn(page, sandbox.key, '/instances/gateway')
    await expect(usage).toContainText('Measured on containers only.')
    expect(statsAsked(await sandbox.requests())).toBe(0)
  })

  await test.step('a stopped container that was never seen running says so', async () => {
    await goTo(page, 'geo-maps-2025')
    await expectState(page, 'exited')
    await expect(usage).toContainText('Measured while a container runs.')
  })

  await test.step('a start has its time and its steps in the place of the charts', async () => {
    await goTo(page, 'brave-box-979')
    await expect(usage.getByRole('timer', { name: 'Elapsed' })).toHaveText(/^\d+:\d\d$/)
    await expect(usage.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveText([
      /^Accepted/,
      /^Address givenport|^Address given, doneport/,
      /^Provisioning/,
      /^Running/,
    ])
    await expect(usage.getByRole('alert')).toContainText('It bills $0.105 / h while it waits.')
    await expect(usage.getByRole('button', { name: 'Copy facts for support' })).toBeVisible()
  })

  await test.step('a host that cannot be reached is a quiet note, not a broken page', async () => {
    await goTo(page, 'far-host')
    await expect(usage).toContainText('no answer')
    await expect(usage).toContainText('Failed to reach the host. Trying again by itself.')
    const asked = statsAsked(await sandbox.requests())
    await usage.getByRole('button', { name: 'Try now' }).click()
    await expect.poll(async () => statsAsked(await sandbox.requests())).toBeGreaterThan(asked)
    await expect(usage).toContainText('not measured')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(region(page, 'Cost')).toContainText('$0.068')
  })
})

test('what has been seen is told later: how an idle container has idled, and what one that stopped had done', async ({
  page,
  sandbox,
}) => {
  const usage = region(page, 'Live usage')

  await test.step('a stopped container shows what was last seen of it', async () => {
    await signIn(page, sandbox.key, '/instances/tutorial-marimo?window=15min')
    await expect(
      usage.getByRole('table', { name: 'CPU in the last 15 min' }).locator('tbody tr'),
    ).toHaveCount(2)
    await sandbox.api('post', '/instance/tutorial-marimo/stop/')
    await sandbox.advance(10)
    await keepReading(page)
    await expect(page.locator('[data-state=exited]').first()).toBeVisible()
    await expect(usage).toContainText(/until .*\d\d:\d\d/)
    await expect(usage.getByRole('table', { name: 'CPU in the last recorded 15 min' })).toBeAttached()
  })

  await test.step('an idle container says what stopping saves, and offers it', async () => {
    await goTo(page, 'llama-tune')
    await rememberIdle(page, { minutes: 40, step: 1 })
    await page.reload()
    await expect(usage).toContainText(/CPU under 5 % for 4\d\smin/)
    await expect(usage).toContainText('GPU use unknown')
    await usage.getByRole('button', { name: 'Stop to save $1.150 / h' }).click()
    await expect(page.getByRole('dialog', { name: 'Stop instance' })).toBeVisible()
  })
})

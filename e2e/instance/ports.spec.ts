import { expect, expectAccessible, region, signIn, test } from '../support/fixtures.ts'
import { goTo, notices } from './support.ts'

test('open 443, find its link, close it, and take that back', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances/license-server')
  const ports = region(page, 'Ports')
  await ports.getByRole('spinbutton', { name: 'Port', exact: true }).fill('443')
  await ports.getByRole('button', { name: 'Open port', exact: true }).click()
  const close = ports.getByRole('button', { name: 'Close port 443', exact: true })
  await expect(close).toBeVisible()
  await expect(ports.getByRole('link', { name: /^https:\/\/203\.0\.113\.\d+$/ })).toBeVisible()
  await expect(ports.getByRole('spinbutton', { name: 'Port', exact: true })).toHaveValue('')

  await close.click()
  await expect(close).toBeHidden()
  await expect(ports.getByRole('listitem').filter({ hasText: '443' })).toContainText('closed just now')
  await ports.getByRole('button', { name: 'Undo: open port 443' }).click()
  await expect(close).toBeVisible()
})

test('the ports of a virtual machine: what can be opened, what should not be, and what the service says against it', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/gateway')
  const ports = region(page, 'Ports')
  const field = ports.getByRole('spinbutton', { name: 'Port', exact: true })
  const open = ports.getByRole('button', { name: 'Open port', exact: true })

  await test.step('22 is always open and has no close button', async () => {
    await expect(ports.getByRole('listitem').first()).toContainText('22SSHalways open')
    await expect(ports.getByRole('button', { name: 'Close port 22' })).toHaveCount(0)
    await expect(ports.getByRole('button', { name: 'Close port 80', exact: true })).toBeVisible()
  })

  await test.step('a number that cannot be opened is said at the field and not sent', async () => {
    for (const [typed, says] of [
      ['0', 'A port is a whole number from 1 to 65535.'],
      ['65536', 'A port is a whole number from 1 to 65535.'],
      ['80.5', 'A port is a whole number from 1 to 65535.'],
      ['22', 'Port 22 (SSH) is always open.'],
      ['443', 'Port 443 is already open.'],
    ] as const) {
      await field.fill(typed)
      await open.click()
      await expect(field).toHaveAccessibleDescription(says)
      await expect(field).toHaveValue(typed)
    }
    const asked = await sandbox.requests()
    expect(asked.filter(({ path }) => path.endsWith('/add-port/'))).toEqual([])
  })

  await test.step('a port that should not face the internet comes with a warning and a tunnel', async () => {
    await ports.getByRole('button', { name: '5432 PostgreSQL' }).click()
    await expect(field).toHaveValue('5432')
    await expect(ports).toContainText('PostgreSQL, open to the whole internet.')
    await expect(ports).toContainText('ssh -N -L 5432:localhost:5432')
    await expectAccessible(page)
  })

  await test.step('what the service says against a port stands at the field, and it can be opened after all', async () => {
    const unknown = 'It is not known whether port 8080 of gateway was opened.'
    await field.fill('')
    await ports.getByRole('button', { name: '8080 Web app' }).click()
    for (const [fault, says] of [
      [{ status: 400, body: { port: ['That port is blocked.'] } }, 'That port is blocked.'],
      [{ effect: 'drop' }, unknown],
      [
        { status: 400, body: { detail: 'Ports can be changed on VMs only.' } },
        'Ports can be changed on VMs only.',
      ],
      [{ effect: 'html' }, unknown],
    ] as const) {
      await sandbox.faults([{ method: 'POST', path: '*/add-port/', ...fault }])
      await open.click()
      await expect(field).toHaveAccessibleDescription(new RegExp(says.replaceAll('.', String.raw`\.`)))
      await expect(field).toHaveValue('8080')
    }
    await sandbox.faults([])
    await open.click()
    await expect(ports.getByRole('button', { name: 'Close port 8080' })).toBeVisible()
  })

  await test.step('a close that fails says so, and the port stays', async () => {
    const close = ports.getByRole('button', { name: 'Close port 443' })
    await sandbox.faults([
      { method: 'POST', path: '*/remove-port/', status: 400, body: { detail: 'Busy.' }, times: 1 },
    ])
    await close.click()
    const said = notices(page)
    await expect(said).toContainText('Port 443 of gateway was not closed.')
    await expect(said).toContainText('Busy.')
    await expect(close).toBeVisible()
  })

  await test.step('a container says why it has no ports, and how to reach one all the same', async () => {
    await goTo(page, 'rna-atlas')
    await expect(ports).toContainText('None on a container.')
    await region(page, 'Connect').getByRole('radio', { name: 'Tunnel' }).check()
    await expect(region(page, 'Connect')).toContainText('ssh -N -L 8888:localhost:8888')
    await expect(ports.getByRole('button', { name: 'Open port' })).toHaveCount(0)
  })
})

test('ports keep their place: hundreds of them, one that was closed, and one that does not come about', async ({
  page,
  sandbox,
}) => {
  const many = Array.from({ length: 300 }, (_, index) => 8300 - index)
  await sandbox.plant([
    { name: 'many-ports', resource_type: 'vm', ports: many },
    { name: 'gateway', resource_type: 'vm', ports: [80, 443] },
  ])
  await page.clock.install()
  await signIn(page, sandbox.key, '/instances/many-ports')
  const ports = region(page, 'Ports')

  await test.step('hundreds of ports leave the page usable', async () => {
    await expect(ports).toContainText('301 open on')
    await expect(ports.getByRole('listitem')).toHaveCount(301)
    await expect(ports.getByRole('listitem').nth(1)).toContainText('8001')
    const box = await ports.boundingBox()
    expect(box?.height).toBeLessThan(800)
    await ports.getByRole('button', { name: 'Close port 8300', exact: true }).click()
    await expect(ports).toContainText('300 open on')
    await expectAccessible(page)
  })

  await test.step('a closed port keeps its row, so that a second click closes no other one', async () => {
    await goTo(page, 'gateway')
    await ports.getByRole('button', { name: 'Close port 80', exact: true }).dblclick()
    await expect(ports.getByRole('button', { name: 'Undo: open port 80' })).toBeVisible()
    await expect(ports.getByRole('button', { name: 'Close port 443' })).toBeVisible()
    await page.clock.runFor(20_000)
    await expect(ports.getByRole('listitem')).toHaveCount(3)
    await page.mouse.move(2, 2)
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    await page.clock.runFor(2000)
    await expect(ports.getByRole('listitem')).toHaveCount(2)
    await expect(ports.getByRole('button', { name: 'Close port 443' })).toBeVisible()
  })

  await test.step('a port that was accepted and does not come about is pending, and then said not to be open', async () => {
    await sandbox.faults([{ method: 'POST', path: '*/add-port/', status: 200, body: { message: 'Adding.' } }])
    await ports.getByRole('spinbutton', { name: 'Port', exact: true }).fill('8080')
    await page.keyboard.press('Enter')
    const row = ports.getByRole('listitem').filter({ hasText: '8080' })
    await expect(row).toContainText('opening…')
    await expect(notices(page)).not.toContainText('8080')
    await page.clock.fastForward('01:00')
    await expect(row.getByRole('alert')).toContainText('is not done')
    await row.getByRole('button', { name: 'Stop waiting' }).click()
    await expect(row).toHaveCount(0)
  })
})

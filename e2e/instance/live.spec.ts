import { expect, region, signIn, test } from '../support/fixtures.ts'
import { button, dialog, goTo } from './support.ts'

test.use({ scenario: 'live' })

test('the words of the live service are understood: of a port, of a limit of the account, and of a full host', async ({
  page,
  sandbox,
}) => {
  await test.step('an answer without a list of ports is followed by another reading', async () => {
    await signIn(page, sandbox.key, '/instances/gateway')
    const ports = region(page, 'Ports')
    await ports.getByRole('spinbutton', { name: 'Port', exact: true }).fill('8080')
    await page.keyboard.press('Enter')
    await expect(ports.getByRole('button', { name: 'Close port 8080' })).toBeVisible()
  })

  await test.step('a limit of the account is told apart, and no waiting is offered', async () => {
    await sandbox.setCapacity({ account_vcpus: 8 })
    await goTo(page, 'geo-maps-2025')
    await button(page, 'Restart').click()
    const noCapacity = dialog(page, 'Restart instance')
    await expect(noCapacity.getByRole('alert')).toContainText('Your account has reached a limit')
    await expect(noCapacity.getByRole('alert')).toContainText('the limit is 8')
    await expect(noCapacity.getByRole('button', { name: 'Keep trying' })).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(noCapacity).toBeHidden()
  })

  await test.step('a full host has the same panel, and leads a container to a size that fits', async () => {
    await sandbox.setCapacity({ account_vcpus: 1000, free: { n_vcpus: 2, mem_gib: 6, disk_size_gib: 1000 } })
    await button(page, 'Restart').click()
    const noCapacity = dialog(page, 'Restart instance')
    await expect(noCapacity.getByRole('alert')).toContainText('Not enough room right now')
    await noCapacity.getByRole('button', { name: 'Use nearest size' }).click()
    const resize = dialog(page, 'Resize instance')
    await expect(resize.getByRole('spinbutton', { name: 'vCPUs' })).toHaveValue('2')
    await expect(resize.getByRole('spinbutton', { name: 'Memory (GiB)' })).toHaveValue('6')
  })
})

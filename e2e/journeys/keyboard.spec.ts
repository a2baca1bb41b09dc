import { expect, rowOf, test } from '../support/fixtures.ts'

import { expectState, region, tabTo } from './steps.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('without a mouse: sign in, create, copy, stop, restart and delete', async ({ page, sandbox }) => {
  test.slow()
  const press = (key: string) => page.keyboard.press(key)
  const type = (text: string) => page.keyboard.type(text)
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await page.goto('/instances')
  await expect(page.getByLabel('API key', { exact: true })).toBeFocused()
  await type(sandbox.key)
  await press('Enter')
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'Create instance' }))
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Create instance' })).toBeVisible()
  const environment = page.getByRole('radiogroup', { name: 'Environment' })
  await tabTo(page, environment.getByRole('radio', { checked: true }))
  while (!(await environment.getByRole('radio', { name: 'Marimo', exact: true }).isChecked()))
    await press('ArrowDown')
  await tabTo(page, page.getByLabel('Name', { exact: true }))
  await press('ControlOrMeta+A')
  await type('by-keyboard')
  await tabTo(page, button('Create instance'))
  await press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'by-keyboard' })).toBeVisible()
  await sandbox.advance(10)
  await expectState(page, 'running')
  const copy = region(page, 'Connect').getByRole('button', { name: 'Copy SSH command' })
  await tabTo(page, copy)
  await press('Enter')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^ssh -p \d+ ccloud@login\.carolinacloud\.io$/)

  await tabTo(page, button('Stop'), 'Shift+Tab')
  await press('Enter')
  const stop = page.getByRole('dialog', { name: 'Stop instance' })
  await expect(stop).toBeVisible()
  await press('Escape')
  await expect(stop).toBeHidden()
  await expect(button('Stop')).toBeFocused()
  await press('Enter')
  await tabTo(page, stop.getByRole('button', { name: 'Stop instance' }))
  await press('Enter')
  await expect(stop).toBeHidden()
  await sandbox.advance(10)
  await expectState(page, 'exited')

  await tabTo(page, button('Restart'))
  await press('Enter')
  await sandbox.advance(10)
  await expectState(page, 'running')

  await tabTo(page, button('Delete'))
  await press('Enter')
  const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
  await tabTo(page, remove.getByLabel('Instance name'))
  await type('by-keyboard')
  await press('Enter')
  await expect(page).toHaveURL('/instances')
  await expect(rowOf(page, 'by-keyboard')).toHaveCount(0)
})

test('without a mouse: resize a container, and open and close a port of a virtual machine', async ({
  page,
  sandbox,
}) => {
  test.slow()
  const press = (key: string) => page.keyboard.press(key)
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await page.goto('/instances/rna-atlas')
  await expect(page.getByLabel('API key', { exact: true })).toBeFocused()
  await page.keyboard.type(sandbox.key)
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'rna-atlas' })).toBeVisible()
  await tabTo(page, button('Resize'))
  await press('Enter')
  const resize = page.getByRole('dialog', { name: 'Resize instance' })
  await expect(resize).toBeVisible()
  await test.step('the focus never leaves an open dialog', async () => {
    for (let presses = 0; presses < 12; presses += 1) {
      await press('Tab')
      const isInside = await resize.evaluate(
        (element) => element.contains(document.activeElement) || document.activeElement === document.body,
      )
      expect(isInside, `after ${presses + 1} tabs`).toBe(true)
    }
  })
  await tabTo(page, resize.getByLabel('vCPUs', { exact: true }))
  await press('ArrowDown')
  await tabTo(page, resize.getByRole('button', { name: 'Resize instance' }))
  await press('Enter')
  await expect(resize).toBeHidden()
  await expect(button('Resize')).toBeFocused()

  await press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Go to or run' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('gateway')
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
  const ports = region(page, 'Ports')
  await tabTo(page, ports.getByLabel('Port', { exact: true }))
  await page.keyboard.type('9443')
  await tabTo(page, ports.getByRole('button', { name: 'Open port' }))
  await press('Enter')
  const close = ports.getByRole('button', { name: 'Close port 9443' })
  await expect(close).toBeVisible()
  await tabTo(page, close, 'Shift+Tab')
  await press('Enter')
  await expect(close).toHaveCount(0)
})

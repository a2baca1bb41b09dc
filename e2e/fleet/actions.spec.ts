import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

test('what can be done with an instance, from its menu and with several at once', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)

  await test.step('an open menu survives polls, is bound to its instance, and says why an action is not possible', async () => {
    await page.getByRole('button', { name: 'Actions for dev-server' }).click()
    const menu = page.getByRole('menu', { name: 'Actions for dev-server' })
    await expect(menu).toBeVisible()
    const asked = (await sandbox.requests()).length
    await expect
      .poll(
        async () =>
          (await sandbox.requests()).slice(asked).filter(({ path }) => path.endsWith('/instance/')).length,
      )
      .toBeGreaterThan(0)
    await expect(menu).toBeVisible()
    await expect(menu.getByRole('menuitem', { name: 'Stop' })).toHaveAttribute('aria-disabled', 'true')
    await expect(menu).toContainText('Only a running instance can be stopped')
    await expect(menu.getByText('is stopped', { exact: true })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Actions for dev-server' })).toBeFocused()
  })

  await test.step('stop from the row menu: pending at once, stopped when the service says so, disk still costs', async () => {
    await page.getByRole('button', { name: 'Actions for tutorial-marimo' }).click()
    const stop = page.getByRole('menuitem', { name: 'Stop', exact: true })
    // 0.105 less 0.005 of disk, for 730 hours.
    await expect(stop).toHaveText(/^Stop…saves\s≈\s\$73\s\/\smonth$/)
    await expect(stop).toHaveAccessibleDescription(/^saves\s≈\s\$73\s\/\smonth$/)
    await stop.click()
    const dialog = page.getByRole('dialog', { name: 'Stop instance' })
    await dialog.getByRole('button', { name: 'Stop instance' }).click()
    await expect(dialog).toBeHidden()
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopping')
    await sandbox.advance(10)
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopped')
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('$0.005')
    await page.getByRole('button', { name: 'Actions for tutorial-marimo' }).click()
    const restart = page.getByRole('menuitem', { name: 'Restart' })
    await expect(restart).toHaveAccessibleDescription(
      /Compute billing resumes at once: \+\$[\d.]+ \/ h, to \$/,
    )
    await restart.click()
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Restarting')
    await sandbox.advance(10)
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Running')
  })

  await test.step('several are stopped at once: the price of it is told, who cannot be is left out, each outcome is reported', async () => {
    await sandbox.faults([
      {
        method: 'POST',
        path: '/api/instance/*/stop/',
        status: 409,
        body: { detail: 'The host is busy.' },
        times: 1,
      },
    ])
    for (const name of ['tutorial-marimo', 'lab-notebook', 'dev-server'])
      await page.getByLabel(`Select ${name}`).check()
    const bar = page.getByRole('toolbar', { name: 'Selected instances' })
    await expect(bar).toContainText('3 instances selected')
    await bar.getByRole('button', { name: 'Stop…' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Stop instances' })
    await expect(dialog).toContainText('2 of 3')
    await expect(dialog).toContainText('saves ≈ $219 / month')
    // A notice of the restart may stand over the dialog, and so in it, after its lines.
    const line = (name: string) => dialog.getByRole('listitem').filter({ hasText: name }).first()
    await expect(line('lab-notebook')).toContainText('−$0.200')
    await expect(line('tutorial-marimo')).toContainText('−$0.100')
    await expect(line('dev-server')).toContainText('is left out: Only a running instance can be stopped')
    await expect(dialog.getByRole('listitem').first()).toContainText('lab-notebook')
    await expect(dialog).toHaveAccessibleDescription(
      'What runs on them will end; their disks stay, at $0.015 / h.',
    )
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Stop 2 instances' }).click()
    await expect(dialog).toContainText('The host is busy.')
    await expect(dialog).toContainText('Stop accepted')
    await expect(dialog).toContainText('2 of 2 instances answered, 1 not done')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Done' }).click()
    await sandbox.advance(10)
    await expect(
      rowOf(page, 'tutorial-marimo').or(rowOf(page, 'lab-notebook')).filter({ hasText: 'Stopped' }),
    ).toHaveCount(1)
  })
})

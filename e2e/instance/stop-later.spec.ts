import { expect, expectAccessible, region, signIn, test } from '../support/fixtures.ts'
import { button, expectState } from './support.ts'

test('a stop that is put off can be taken back, and is told where it was missed', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  const cost = region(page, 'Cost')

  await test.step('a stop can be put off, is counted down, and taken back', async () => {
    await cost.getByRole('button', { name: 'Stop later' }).click()
    const choices = page.getByRole('dialog', { name: 'Stop later' })
    await expect(choices).toContainText('Only while a tab shows this account.')
    await choices.getByRole('textbox', { name: 'At' }).fill('half past')
    await choices.getByRole('button', { name: 'Stop at' }).click()
    await expect(choices.getByRole('textbox', { name: 'At' })).toHaveAccessibleDescription(
      'A time, such as 18:00',
    )
    await expectAccessible(page)
    await choices.getByRole('button', { name: 'in 2 h' }).click()
    await expect(cost.getByRole('timer')).toHaveText('2 h')
    await cost.getByRole('button', { name: 'Cancel the stop' }).click()
    await expect(cost.getByRole('button', { name: 'Stop later' })).toBeVisible()
    expect((await sandbox.requests()).filter(({ path }) => path.endsWith('/stop/'))).toEqual([])
  })

  await test.step('a stop that the computer slept through stays told on the instance until it is dismissed, and in Activity', async () => {
    await cost.getByRole('button', { name: 'Stop later' }).click()
    await page.getByRole('dialog', { name: 'Stop later' }).getByRole('button', { name: 'in 1 h' }).click()
    await page.clock.fastForward('08:00:00')
    await expect(cost).toContainText('Was not stopped at')
    await page.clock.fastForward('00:30')
    await page.reload()
    await expect(cost).toContainText('Was not stopped at')
    await expectAccessible(page)
    await cost.getByRole('button', { name: 'Dismiss that it was not stopped' }).click()
    await expect(cost).not.toContainText('Was not stopped at')
    await expect(cost.getByRole('button', { name: 'Stop later' })).toBeFocused()
    await page.goto('/activity')
    await expect(page.getByRole('main')).toContainText('Was not stopped at its time')
    expect((await sandbox.requests()).filter(({ path }) => path.endsWith('/stop/'))).toEqual([])
  })
})

test('a stop that is put off is asked for at its time, and after it where it fails', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  const cost = region(page, 'Cost')
  const stopsAsked = async () =>
    (await sandbox.requests()).filter(({ path }) => path.endsWith('/stop/')).length

  await test.step('a stop that was put off is asked for at its time, once', async () => {
    await cost.getByRole('button', { name: 'Stop later' }).click()
    await page.getByRole('dialog', { name: 'Stop later' }).getByRole('button', { name: 'in 1 h' }).click()
    await page.reload()
    await expect(cost).toContainText(/Stops at \d\d:\d\d/)
    await page.clock.fastForward('01:00:10')
    await expect(page.locator('[data-state]').first()).toHaveText(/Stopping|Stopped/)
    await expect(cost).not.toContainText('Stops at')
    expect(await stopsAsked()).toBe(1)
  })

  await test.step('a stop that fails at its time is asked for again, and a lock is said beside it', async () => {
    await sandbox.advance(10)
    await expectState(page, 'exited')
    await button(page, 'Restart').click()
    await expect(page.getByRole('main')).toContainText('Restarting')
    await sandbox.advance(10)
    await expectState(page, 'running')
    await cost.getByRole('button', { name: 'Stop later' }).click()
    await page.getByRole('dialog', { name: 'Stop later' }).getByRole('button', { name: 'in 1 h' }).click()
    await button(page, 'Lock').click()
    await expect(cost).toContainText('Locked in this browser: unlock it first.')
    await button(page, 'Unlock').click()
    await expect(cost).not.toContainText('Locked')
    await sandbox.faults([
      { method: 'POST', path: '*/stop/', status: 429, body: { detail: 'Too many.' }, times: 1 },
    ])
    await page.clock.fastForward('01:00:10')
    await expect(cost).toContainText('Stop due since')
    await expect.poll(stopsAsked).toBe(2)
    await page.clock.fastForward('01:10')
    await expect(page.locator('[data-state]').first()).toHaveText(/Stopping|Stopped/)
    await expect(cost).not.toContainText('Stop due')
  })
})

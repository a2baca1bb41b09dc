import type { Page } from '@playwright/test'

import { expect, keepReading, region, type Sandbox, signIn, test } from '../support/fixtures.ts'
import { announced, button, dialog, expectState, goTo, notices } from './support.ts'

const stopsAsked = async (sandbox: Sandbox) =>
  (await sandbox.requests()).filter(({ path }) => path.endsWith('/stop/'))

test('stop and restart: pending at once, done when the service says so, the disk goes on costing', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Stop').click()
  const stop = dialog(page, 'Stop instance')
  await expect(stop).toContainText('rna-atlas')
  await expect(stop).toContainText('saves ≈ $409 / month')
  await expect(stop).toContainText('Now$0.610 / hAfter$0.050 / h')
  await expect(stop).toHaveAccessibleDescription('What runs on it will end; its 500 GiB disk is kept.')
  await expect(stop.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await stop.getByRole('button', { name: 'Show API call' }).click()
  const call = dialog(page, 'API call')
  await expect(call).toContainText('/instance/rna-atlas/stop/')
  await page.keyboard.press('Escape')
  await expect(call).toBeHidden()
  await expect(stop).toBeVisible()
  await stop.getByRole('button', { name: 'Stop instance' }).click()
  await expect(stop).toBeHidden()
  await expect(page.getByRole('main')).toContainText('Stopping')
  await expect(page).toHaveTitle('◌ rna-atlas · Hatteras')
  await expect(button(page, 'Stop')).toHaveAccessibleDescription(
    'It is being stopped; wait until that is done.',
  )

  await sandbox.advance(5)
  await expectState(page, 'exited')
  await expect(page).toHaveTitle('○ rna-atlas · Hatteras')
  await expect(announced(page)).toContainText('rna-atlas has stopped')
  await expect(region(page, 'Cost')).toContainText('$0.05')
  await expect(region(page, 'Connect')).toContainText('once it runs')
  await expect(page.getByRole('link', { name: 'Open RStudio' })).toBeHidden()

  await expect(region(page, 'Cost')).toContainText('Restarted$0.610')
  await button(page, 'Restart').click()
  await expect(page.getByRole('main')).toContainText('Restarting')
  await sandbox.advance(5)
  await expectState(page, 'running')
  await expect(region(page, 'Cost')).toContainText('≈ $445 / month')
  await expect(page.getByRole('link', { name: 'Open RStudio' })).toBeVisible()
})

test('a stop that is thought better of, is refused, or fails, is sent as often as it was asked for', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  const stop = dialog(page, 'Stop instance')
  const confirm = stop.getByRole('button', { name: 'Stop instance' })

  await test.step('Cancel and Escape stop nothing', async () => {
    await button(page, 'Stop').click()
    await stop.getByRole('button', { name: 'Cancel' }).click()
    await expect(stop).toBeHidden()
    await expect(button(page, 'Stop')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(stop).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(stop).toBeHidden()
    const asked = await sandbox.requests()
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  await test.step('an action that failed is not sent again by itself', async () => {
    await button(page, 'Stop').click()
    await sandbox.faults([{ method: 'POST', path: '*/stop/', effect: 'html' }])
    await confirm.click()
    await expect(stop.getByRole('alert')).toBeVisible()
    const reads = async () =>
      (await sandbox.requests()).filter(
        ({ method, path }) => method === 'GET' && /^\/api\/instance\/[^/]+\/$/.test(path),
      ).length
    const before = await reads()
    await keepReading(page)
    await expect.poll(reads).toBeGreaterThan(before)
    expect(await stopsAsked(sandbox)).toHaveLength(1)
  })

  await test.step('a stop that is refused keeps its dialog and says what the service said', async () => {
    const body = { detail: 'Instance is not in a stoppable state.' }
    await sandbox.faults([{ method: 'POST', path: '*/stop/', status: 400, body, times: 1 }])
    await confirm.click()
    await expect(stop.getByRole('alert')).toContainText('rna-atlas was not stopped.')
    await expect(stop.getByRole('alert')).toContainText('Instance is not in a stoppable state.')
    await confirm.click()
    await expect(stop).toBeHidden()
    expect(await stopsAsked(sandbox)).toHaveLength(3)
  })
})

// A browser may itself repeat a request whose connection broke, so it stays broken here. What else leaves the outcome open is in
// src/api/http.test.ts.
test('the answer to a stop is lost: not known, and read anew, be the connection broken or the service', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await keepReading(page)
  const stop = dialog(page, 'Stop instance')
  for (const fault of [{ effect: 'drop' as const }, { status: 500, body: { error: 'Internal error.' } }])
    await test.step(`by ${fault.status ?? fault.effect}`, async () => {
      await button(page, 'Stop').click()
      await sandbox.faults([{ method: 'POST', path: '*/stop/', after: true, ...fault }])
      await stop.getByRole('button', { name: 'Stop instance' }).click()
      await expect(stop.getByRole('alert')).toContainText('It is not known whether rna-atlas was stopped.')
      await expect(stop.getByRole('alert')).toContainText('The page is reading the instance again')
      await sandbox.advance(5)
      await expect(page.locator('[data-state=exited]').first()).toBeAttached()
      await page.keyboard.press('Escape')
      await expect(stop).toBeHidden()
      await sandbox.api('post', '/instance/rna-atlas/restart/')
      await sandbox.advance(10)
      await expectState(page, 'running')
    })
})

/** Deletes an instance just before the service hears of its stop: no reading can tell of it, and close the dialog, before that. */
const vanishOnceAsked = (page: Page, sandbox: Sandbox, name: string) =>
  page.route(
    '**/stop/',
    async (route) => {
      await sandbox.api('delete', `/instance/${name}/`)
      await route.continue()
    },
    { times: 1 },
  )

test('an instance that vanishes under an open dialog takes it along, on the fleet and on its page', async ({
  page,
  sandbox,
}) => {
  await test.step('on the fleet, a dialog whose instance vanishes closes with a word', async () => {
    await signIn(page, sandbox.key)
    await page.getByRole('button', { name: 'Actions for tutorial-marimo' }).click()
    await page.getByRole('menuitem', { name: 'Stop' }).click()
    const stop = dialog(page, 'Stop instance')
    await expect(stop).toBeVisible()
    await vanishOnceAsked(page, sandbox, 'tutorial-marimo')
    await stop.getByRole('button', { name: 'Stop instance' }).click()
    await expect(stop).toBeHidden()
    await expect(notices(page)).toContainText('tutorial-marimo no longer exists.')
  })

  await test.step('the page of an instance that vanishes says what happened', async () => {
    await goTo(page, 'rna-atlas')
    await button(page, 'Stop').click()
    const stop = dialog(page, 'Stop instance')
    await expect(stop).toBeVisible()
    await vanishOnceAsked(page, sandbox, 'rna-atlas')
    await stop.getByRole('button', { name: 'Stop instance' }).click()
    await expect(stop).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instance not found')
    await expect(page.getByRole('main')).toContainText('This browser last saw rna-atlas')
  })
})

// A browser repeats a request whose connection broke, and the service refuses what it has just done.
test('what is refused because the browser has repeated it is not told; what the service refuses is', async ({
  page,
  sandbox,
}) => {
  await test.step('a restart, a stop and a delete that the browser repeats by itself are not told as refused', async () => {
    await signIn(page, sandbox.key, '/instances/ab')
    const once = { effect: 'drop' as const, after: true, times: 1 }
    await sandbox.faults([
      { method: 'POST', path: '*/restart/', ...once },
      { method: 'POST', path: '*/stop/', ...once },
      { method: 'DELETE', path: '/api/instance/*', ...once },
    ])
    await button(page, 'Restart').click()
    await expectState(page, 'running')
    await expect(page.getByText('was not restarted')).toHaveCount(0)
    await button(page, 'Stop').click()
    const stop = dialog(page, 'Stop instance')
    await stop.getByRole('button', { name: 'Stop instance' }).click()
    await expect(stop).toBeHidden()
    await sandbox.advance(5)
    await keepReading(page)
    await expectState(page, 'exited')
    const stops = (await sandbox.requests()).filter(({ path }) => path.endsWith('/stop/'))
    expect(stops.map(({ status }) => status)).toContain(400)
    await expect(page.getByText('was not stopped')).toHaveCount(0)
    await button(page, 'Delete').click()
    const remove = page.getByRole('alertdialog', { name: 'Delete instance' })
    await remove.getByRole('textbox').fill('ab')
    await remove.getByRole('button', { name: 'Delete instance' }).click()
    await expect(page).toHaveURL('/instances')
    await expect(notices(page)).toContainText('ab is deleted.')
  })

  await test.step('a restart that is refused says so, and changes nothing', async () => {
    await goTo(page, 'dev-server')
    await expectState(page, 'shut_off')
    await sandbox.faults([
      {
        method: 'POST',
        path: '*/restart/',
        status: 400,
        body: { detail: 'Instance is not in a restartable state.' },
      },
    ])
    await button(page, 'Restart').click()
    const said = notices(page)
    await expect(said).toContainText('dev-server was not restarted.')
    await expect(said).toContainText('Instance is not in a restartable state.')
    await expectState(page, 'shut_off')
  })
})

test('what does not come about is said, and tried again: a stop that nothing follows, a restart without room', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key, '/instances/rna-atlas')

  await test.step('a stop that was accepted and does not come about is said, and can be asked for again', async () => {
    await sandbox.faults([{ method: 'POST', path: '*/stop/', status: 200, body: { message: 'Stopping.' } }])
    await button(page, 'Stop').click()
    await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
    await expect(page.getByRole('main')).toContainText('Stopping')
    await page.clock.fastForward('03:30')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Stopping rna-atlas is not done.')
    await expect(alert).toContainText('the instance is still running')
    await sandbox.faults([])
    await alert.getByRole('button', { name: 'Stop waiting' }).click()
    await expectState(page, 'running')
    await button(page, 'Stop').click()
    await expect(dialog(page, 'Stop instance')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a restart without room: what is short, keep trying, and it runs when there is room', async () => {
    await sandbox.setCapacity({ free: { n_vcpus: 4, mem_gib: 8 } })
    await goTo(page, 'dev-server')
    await button(page, 'Restart').click()
    const noCapacity = dialog(page, 'Restart instance')
    await expect(noCapacity.getByRole('alert')).toContainText('Not enough room right now')
    await expect(noCapacity.getByRole('alert')).toContainText('The instance stays stopped.')
    await expect(noCapacity).toContainText('vCPU4 of 8')
    await expect(noCapacity).toContainText('Memory8 of 16')
    await expect(noCapacity.getByRole('button', { name: 'Use nearest size' })).toBeHidden()

    await noCapacity.getByRole('button', { name: 'Keep trying' }).click()
    await expect(noCapacity).toContainText(/Next try in \d+ s/)
    await noCapacity.getByRole('button', { name: 'Try now' }).click()
    await expect(noCapacity).toContainText('tried 1×')
    await noCapacity.getByRole('button', { name: 'Stop trying' }).click()
    await expect(noCapacity.getByRole('button', { name: 'Keep trying' })).toBeVisible()

    await noCapacity.getByRole('button', { name: 'Keep trying' }).click()
    await page.keyboard.press('Escape')
    await expect(notices(page)).toContainText('Restarting dev-server: no room yet')
    await expect(notices(page)).toContainText(/Next try in \d+ s/)
    await page.clock.fastForward(36_000)
    await expect(notices(page)).toContainText('tried 1×')
    await expect(notices(page)).not.toContainText('dev-server was not restarted.')
    // Asked for again by hand, it shows that it is being tried.
    await button(page, 'Restart').click()
    await expect(noCapacity).toContainText('tried 1×')
    await expect(notices(page)).toHaveText('')
    await sandbox.setCapacity({ free: { n_vcpus: 64, mem_gib: 64 } })
    await page.clock.fastForward(36_000)
    await expect(noCapacity).toBeHidden()
    await expect(notices(page)).toContainText('dev-server is restarting.')
  })
})

import { expect, keepReading, rowOf, signIn, stopClock, test } from '../support/fixtures.ts'
import { button, dialog, notices } from '../instance/support.ts'

/** Every endpoint that changes an instance answers late, so that there is time to leave. */
const late = { path: '/api/instance/*', delayMs: 1500 }

test('a bulk delete whose dialog is closed goes on, is told of as a whole, and can be looked at again', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant(Array.from({ length: 6 }, (_, at) => ({ name: `old-${at}`, state: 'exited' })))
  await signIn(page, sandbox.key)
  await sandbox.faults([
    { method: 'DELETE', path: '/api/instance/*', delayMs: 800, times: 2 },
    {
      method: 'DELETE',
      path: '/api/instance/*',
      status: 400,
      body: { detail: 'It is being backed up.' },
      times: 1,
    },
    { method: 'DELETE', ...late },
  ])
  await page.getByLabel('Select all shown').check()
  await page
    .getByRole('toolbar', { name: 'Selected instances' })
    .getByRole('button', { name: 'Delete…' })
    .click()
  const bulk = page.getByRole('alertdialog', { name: 'Delete instances' })
  await bulk.getByRole('textbox', { name: 'Number of instances' }).fill('6')
  await bulk.getByRole('button', { name: 'Delete 6 instances' }).click()
  await expect(bulk).toContainText('of 6 instances answered')
  await page.keyboard.press('Escape')
  await expect(bulk).toBeHidden()
  await page.getByRole('link', { name: 'Costs' }).click()
  await expect(notices(page)).toContainText('1 instance was not deleted.')
  await notices(page).getByRole('button', { name: 'Show' }).first().click()
  await expect(bulk).toContainText('It is being backed up.')
  await sandbox.faults([])
  await bulk.getByRole('button', { name: 'Try 1 instance again' }).click()
  await expect(bulk).toContainText('1 of 1 instance answered')
  await bulk.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Instances' }).first().click()
  await expect(page.getByText('No instances yet')).toBeVisible()
})

test('a reload while a stop is on its way loses nothing: it is said, and seen when it comes about', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await sandbox.faults([{ method: 'POST', path: '*/stop/', effect: 'hang' }])
  await button(page, 'Stop').click()
  const sent = page.waitForRequest('**/stop/')
  await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
  await sent
  await page.reload()
  await expect(notices(page)).toContainText('It is not known whether rna-atlas was stopped.')
  await sandbox.faults([])
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click()
  await sandbox.advance(10)
  await expect(notices(page)).toContainText('rna-atlas has stopped.')
})

test('a duplicated tab does not speak for the stop that the first one waits for', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await sandbox.faults([{ method: 'POST', path: '*/stop/', delayMs: 6000 }])
  await button(page, 'Stop').click()
  const sent = page.waitForRequest('**/stop/')
  await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
  await sent
  await expect
    .poll(() => page.evaluate(() => Object.keys(sessionStorage).join()))
    .toContain('hatteras:operations')
  // A window opened by the page gets a copy of the tab's storage, as a duplicated tab does.
  const copied = page.waitForEvent('popup')
  await page.evaluate(() => void window.open('/instances/rna-atlas'))
  const copy = await copied
  await expect(copy.getByRole('heading', { level: 1 })).toHaveText('rna-atlas')
  await expect(page.getByRole('main')).toContainText('Stopping')
  await sandbox.advance(10)
  await keepReading(copy)
  await expect(copy.locator('[data-state=exited]').first()).toBeAttached()
  await expect(copy.getByText('It is not known whether')).toHaveCount(0)
})

test('without the file that stores what is under way, an action is told all the same, and stored once it comes', async ({
  page,
  sandbox,
}) => {
  const file = '**/assets/stored-operations-*.js'
  await page.route(file, (route) => route.abort())
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await page.unroute(file)
  await sandbox.faults([{ method: 'POST', path: '*/stop/', effect: 'hang' }])
  await button(page, 'Stop').click()
  await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
  await expect
    .poll(() => page.evaluate(() => Object.keys(sessionStorage).join()))
    .toContain('hatteras:operations')
  await page.reload()
  await expect(notices(page)).toContainText('It is not known whether rna-atlas was stopped.')
})

test('what comes of an instance after its dialog is closed or its page left is told, once, and the page follows it', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas?window=1h')
  await test.step('a page whose instance is renamed elsewhere follows it, and what is typed in its dialog stays', async () => {
    await button(page, 'Rename').click()
    const name = dialog(page, 'Rename instance').getByRole('textbox', { name: 'Name' })
    await name.fill('half-typed')
    await sandbox.api('patch', '/instance/rna-atlas/', { name: 'rna-atlas-2' })
    await keepReading(page)
    await expect(page).toHaveURL('/instances/rna-atlas-2?window=1h')
    await expect(name).toHaveValue('half-typed')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rna-atlas-2')
  })

  for (const { on, how, fault, says } of [
    {
      on: 'tutorial-marimo',
      how: 'refused',
      fault: { status: 400, body: { detail: 'It is being backed up.' } },
      says: 'It is being backed up.',
    },
    {
      on: 'rna-atlas-2',
      how: 'lost',
      fault: { effect: 'html' as const },
      says: 'It is not known whether rna-atlas-2 was stopped.',
    },
  ])
    await test.step(`a stop that is ${how} after its dialog is closed and its page left is told, once`, async () => {
      const main = page.getByRole('navigation', { name: 'Main' })
      await main.getByRole('link', { name: 'Instances' }).click()
      await rowOf(page, on).getByRole('link', { name: on, exact: true }).click()
      await sandbox.faults([{ method: 'POST', path: '*/stop/', delayMs: 1500, ...fault }])
      await button(page, 'Stop').click()
      await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
      await page.keyboard.press('Escape')
      await main.getByRole('link', { name: 'Settings' }).click()
      await expect(notices(page)).toContainText(says)
      await expect(notices(page).getByRole('listitem')).toHaveCount(1)
      await notices(page).getByRole('button', { name: 'Dismiss' }).click()
      await expect(notices(page).getByRole('listitem')).toHaveCount(0)
    })
})

test('a row tells of a stop that does not come about, and nothing is read more often for a stop than it has to be', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key)
  await test.step('a row admits a stop that does not come about, and its menu offers to try again', async () => {
    await sandbox.faults([{ method: 'POST', path: '*/stop/', status: 200, body: { message: 'Stopping.' } }])
    const menu = page.getByRole('menu', { name: 'Actions for tutorial-marimo' })
    const openMenu = () => page.getByRole('button', { name: 'Actions for tutorial-marimo' }).click()
    await openMenu()
    await menu.getByRole('menuitem', { name: 'Stop' }).click()
    await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopping')
    await openMenu()
    await expect(menu.getByRole('menuitem', { name: 'Restart' })).toHaveAccessibleDescription(
      'It is being stopped; wait until that is done.',
    )
    await page.keyboard.press('Escape')
    await page.clock.fastForward('03:30')
    await expect(notices(page)).toContainText('Stopping tutorial-marimo is not done.')
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Running')
    await expect(
      rowOf(page, 'tutorial-marimo')
        .getByRole('img', { name: 'It is not confirmed that it was stopped' })
        .first(),
    ).toBeVisible()
    await sandbox.faults([])
    await openMenu()
    await menu.getByRole('menuitem', { name: 'Try again' }).click()
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopping')
    await sandbox.advance(10)
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopped')
  })

  await test.step('a stop reads the list and its instance again, and no usage', async () => {
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.getByRole('button', { name: 'Actions for qc-dashboard' }).click()
    await page.getByRole('menuitem', { name: 'Stop' }).click()
    const stop = dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' })
    await expect(stop).toBeVisible()

    const asked: string[] = []
    page.on('request', (one) => asked.push(`${one.method()} ${new URL(one.url()).pathname}`))
    const lists = () => asked.filter((line) => line === 'GET /api/instance/').length
    // The list is read every few seconds anyway: right after that, for as long as time stands still, it is not.
    await stopClock(page)
    await expect
      .poll(async () => {
        await page.clock.runFor(500)
        return lists()
      })
      .toBeGreaterThan(0)
    asked.length = 0
    await stop.click()
    await expect
      .poll(async () => {
        await page.clock.runFor(20)
        return lists()
      })
      .toBe(1)
    await page.clock.runFor(500)
    expect(lists()).toBe(1)
    // The rows' own readings come every ten seconds, whatever is done.
    expect(asked.filter((line) => line.endsWith('/stats/')).length).toBeLessThan(4)
  })
})

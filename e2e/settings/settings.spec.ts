import { randomUUID } from 'node:crypto'

import { expect, expectAccessible, rowOf, signIn, test, wordsIn } from '../support/fixtures.ts'

test('keys are named, added, switched and removed, and what is told is of the one in use', async ({
  page,
  sandbox,
}) => {
  const keys = page.getByRole('region', { name: 'API keys' })

  await test.step('keys are named and added, and the page says where each is kept', async () => {
    await signIn(page, sandbox.key, '/settings')
    await expect(keys.getByRole('listitem')).toContainText(
      `key ····${sandbox.key.slice(-4)} · in open tabs only`,
    )

    await keys.getByRole('button', { name: 'Rename My account' }).click()
    const rename = page.getByRole('dialog', { name: 'Rename API key' })
    await rename.getByLabel('Name').fill(' ')
    await expect(rename.getByText('Enter a name.').first()).toBeVisible()
    await expectAccessible(page)
    await rename.getByLabel('Name').fill('Personal')
    await page.keyboard.press('Enter')
    await expect(rename).toBeHidden()
    await expect(page.getByRole('banner').getByRole('button', { name: /^Personal/ })).toBeVisible()

    await keys.getByRole('link', { name: 'Add API key' }).click()
    await page.getByLabel('API key', { exact: true }).fill(`sandbox-empty-${randomUUID()}`)
    await page.getByLabel('Name').fill('Lab')
    await page.getByLabel('Keep me signed in on this device').check()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/settings#keys$/)
    await expect(keys.getByRole('listitem').filter({ hasText: 'Lab' })).toContainText('kept on this device')
    await expect(keys.getByRole('listitem').filter({ hasText: 'Lab' })).toContainText('in use')
  })

  await test.step('rates that nobody told are unknown, and list prices say their date', async () => {
    const rates = page.getByRole('region', { name: 'Rates', exact: true })
    await expect(rates).toContainText('list prices of 2026-09')
    await expect(
      rates.getByRole('button', { name: 'Set own rate of vCPU, general purpose' }),
    ).toHaveAccessibleDescription('Published list price of 2026-09, before any discount.')
    const gpus = rates.getByRole('row', { name: /^RTX/ })
    await expect(gpus).toHaveCount(3)
    await expect(gpus.first()).toContainText('unknown')
    await expect(gpus.first().getByRole('button')).toHaveAccessibleDescription(/^Unknown: none is published/)
    await expect(gpus.first()).not.toContainText('$')
  })

  await test.step('keys are switched and removed', async () => {
    await keys.getByRole('button', { name: 'Switch to Personal' }).click()
    await expect(keys.getByRole('listitem').filter({ hasText: 'Personal' })).toContainText('in use')
    await keys.getByRole('button', { name: 'Remove Lab' }).click()
    const remove = page.getByRole('alertdialog', { name: 'Remove API key' })
    await expect(remove).toContainText('The key of Lab is forgotten')
    await expectAccessible(page)
    await remove.getByRole('button', { name: 'Remove key' }).click()
    await expect(keys.getByRole('listitem')).toHaveCount(1)

    await keys.getByRole('button', { name: 'Remove Personal' }).click()
    await expect(remove).toContainText('you are signed out of it')
    await remove.getByRole('button', { name: 'Remove key' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Hatteras' })).toBeVisible()
  })
})

test('the page of settings: an address leads to its section, marks say what is left out, and a picture chooses the theme', async ({
  page,
  sandbox,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })

  await test.step('an address leads to its section', async () => {
    await page.setViewportSize({ width: 1440, height: 500 })
    await signIn(page, sandbox.key, '/settings#memory')
    await expect(page.getByRole('region', { name: 'This browser' })).toBeInViewport()
    const alerts = page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Alerts' })
    await alerts.click()
    await expect(page).toHaveURL(/\/settings#alerts$/)
    await expect(alerts).toHaveAttribute('aria-current', 'location')
    await expect(page.getByRole('region', { name: 'Alerts' })).toBeInViewport()
    // An address of before, whose section is now a part of another.
    await page.goto('/settings#polling')
    await expect(page.getByRole('radiogroup', { name: 'Refresh' })).toBeInViewport()
  })

  await test.step('few words stand on the page, and the others behind their marks', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect(page.getByRole('region', { name: 'This browser' })).toContainText(/keeps ≈ [1-9]/)
    expect(await wordsIn(page)).toBeLessThanOrEqual(110)
    for (const [name, said] of [
      ['About API keys', 'A key is sent to the service it was entered for, and to no other.'],
      ['About refresh', 'not at all while it is hidden'],
      ['About alerts', 'only while a tab of Hatteras is open'],
      ['About rates', 'The service has no price list'],
      ['About the budget', 'Nothing is ever stopped by it'],
      ['About what this browser keeps', 'Export makes one file'],
    ] as const) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('dialog', { name })).toContainText(said)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })

  await test.step('the theme is chosen by a picture, by pointer and by key, and is there after a reload', async () => {
    const themes = page.getByRole('radiogroup', { name: 'Theme' })
    await expect(themes.getByRole('radio')).toHaveCount(3)
    await expect(themes.getByRole('radio', { name: 'System' })).toBeChecked()
    await themes.getByRole('radio', { name: 'Dark' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.reload()
    await expect(themes.getByRole('radio', { name: 'Dark' })).toBeChecked()
    await themes.getByRole('radio', { name: 'Dark' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await page.keyboard.press('ArrowLeft')
    await expect(themes.getByRole('radio', { name: 'System' })).toBeChecked()
  })
})

test('what is chosen in Settings holds on the fleet, and what is remembered is counted and forgotten there', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)

  await test.step('the rows of the fleet take the height chosen here', async () => {
    const height = async () => (await rowOf(page, 'rna-atlas').boundingBox())?.height ?? 0
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    const before = await height()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: 'Compact' }).check()
    await page.getByRole('link', { name: 'Instances' }).click()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    expect(await height()).toBeLessThan(before)
  })

  await test.step('what this browser remembers is counted, and forgotten when asked', async () => {
    const memory = page.getByRole('region', { name: 'This browser' })
    await page.getByRole('link', { name: 'Settings' }).click()
    // Weighed again once what was just read has been stored.
    await expect(memory.locator('dl')).toContainText(/Names, notes[1-9]\d*.kB/)
    await expect(memory.getByTitle(/^[1-9]\d* instances? and their former names/)).toBeVisible()
    await expect(memory).toContainText(/keeps ≈ [1-9]/)
    await memory.getByRole('button', { name: 'Forget all…' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Forget everything remembered here' })
    await expect(dialog).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Forget everything' }).click()
    await expect(dialog).toBeHidden()
    await expect(memory.getByTitle(/^0 instances and their former names/)).toBeVisible()
    await expect(page.getByRole('banner').getByRole('button', { name: /^My account/ })).toBeVisible()
  })

  await test.step('a key of another service is listed, and removed only when that is confirmed', async () => {
    await page.evaluate(() => {
      const other = { id: 'c-other', name: 'Elsewhere', key: 'k-elsewhere', service: 'https://cloud.example' }
      localStorage.setItem('hatteras:connections', JSON.stringify([{ ...other, since: 0 }]))
    })
    await page.reload()
    const keys = page.getByRole('region', { name: 'API keys' })
    const row = keys.getByRole('listitem').filter({ hasText: 'Elsewhere' })
    await expect(row).toContainText('of cloud.example, not used here')
    await keys.getByRole('button', { name: 'Remove Elsewhere' }).click()
    const remove = page.getByRole('alertdialog', { name: 'Remove API key' })
    await remove.getByRole('button', { name: 'Cancel' }).click()
    await expect(row).toBeVisible()
    await keys.getByRole('button', { name: 'Remove Elsewhere' }).click()
    await remove.getByRole('button', { name: 'Remove key' }).click()
    await expect(row).toHaveCount(0)
    expect(await page.evaluate(() => localStorage.getItem('hatteras:connections'))).toBeNull()
  })
})

test('the relaxed pace asks a third as often, and comes back with the next visit', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await signIn(page, sandbox.key, '/settings')
  await page.getByRole('radio', { name: '30 s' }).check()
  await page.getByRole('link', { name: 'Instances' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.reload()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/instance/')) asked += 1
  })
  // Something is always starting in this fleet, and has been for a while: every 15 s, where the normal pace has 5.
  for (let second = 0; second < 60; second += 1) await page.clock.runFor(1000)
  expect(asked).toBeGreaterThanOrEqual(2)
  expect(asked).toBeLessThanOrEqual(10)
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('radio', { name: '30 s' })).toBeChecked()
})

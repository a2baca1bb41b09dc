import type { Page } from '@playwright/test'

import { expect, rowOf, signIn, test } from '../support/fixtures.ts'

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()

test('the address says what is searched and how it is shown: cut, clicked twice, after Back, and late in a browser that refuses', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    let times: number[] = []
    const original = history.replaceState.bind(history)
    history.replaceState = (...args) => {
      times = [...times.filter((time) => performance.now() - time < 30_000), performance.now()]
      if (times.length > 20)
        throw new DOMException('Attempt to use history.replaceState() too often', 'SecurityError')
      original(...args)
    }
  })
  await signIn(page, sandbox.key, `/instances?q=${'x'.repeat(5000)}`)
  const search = page.getByRole('searchbox', { name: 'Search instances' })

  await test.step('a search that is too long is cut, here and in a link', async () => {
    await expect(search).toHaveValue('x'.repeat(200))
    await expect(page.getByText('No instance matches')).toBeVisible()
    await search.fill('y'.repeat(5000))
    await expect(search).toHaveValue('y'.repeat(200))
    await expect(page).toHaveURL(`/instances?q=${'y'.repeat(200)}`)
    await expect(page.getByRole('checkbox', { name: /^Select / })).toHaveCount(0)
  })

  await test.step('a double click on a filter leaves the view as the address says', async () => {
    await search.fill('')
    await page.getByRole('columnheader', { name: 'Age', exact: true }).getByRole('button').click()
    const head = page.getByRole('columnheader', { name: 'Name' }).getByRole('button')
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Running' }).dblclick()
    await expect(page).toHaveURL('/instances?sort=age')
    await expect(rowOf(page, 'dev-server')).toBeVisible()
    await page.keyboard.press('Escape')
    await head.dblclick()
    await expect(page).toHaveURL(/order=desc$/)
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  })

  await test.step('what was typed last is there after Back from an instance', async () => {
    await search.pressSequentially('gateway')
    await page.getByRole('link', { name: 'gateway', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
    await page.goBack()
    await expect(search).toHaveValue('gateway')
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
  })

  await test.step('a browser that refuses many writes of the address, as Safari does, loses neither page nor letter', async () => {
    await search.fill('')
    const text = 'gateway '.repeat(20)
    await search.pressSequentially(text)
    await expect(search).toHaveValue(text)
    await expect(rowOf(page, 'gateway')).toBeVisible()
    await expect(rowOf(page, 'rna-atlas')).toHaveCount(0)
    await search.blur()
    // What was refused may be written once the 30 seconds are over.
    const written = () => new URL(page.url()).searchParams.get('q')
    await expect.poll(written).toBe(text)
  })
})

test('odd addresses: one that leads nowhere, an instance called new, and what cannot be decoded', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant([{ name: 'new', state: 'running' }])

  await test.step('an address that leads nowhere says so and leads on', async () => {
    await signIn(page, sandbox.key, '/nowhere/at/all')
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
    await page.getByRole('link', { name: 'All instances' }).click()
    await expect(page).toHaveURL(/\/instances$/)
  })

  await test.step('an instance called new opens by its link', async () => {
    await page.getByRole('link', { name: 'new', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'new' })).toBeVisible()
    await page.goto('/Instances/new/')
    await expect(page.getByRole('heading', { level: 1, name: 'Create instance' })).toBeVisible()
  })

  for (const [address, shown] of [
    ['/instances/50%', '/instances/50%25'],
    ['/instances/%ff', '/instances/%25ff'],
  ] as const)
    await test.step(`an address that cannot be decoded (${address}) is read as it is written, without a word in the console`, async () => {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instance not found')
      await expect(page).toHaveURL(shown)
    })
})

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' })

  test('figures are written as the sentences are, and an amount that reads two ways is refused', async ({
    page,
    sandbox,
  }) => {
    await signIn(page, sandbox.key)
    await expect(page.getByRole('link', { name: /≈\s\$[\d]{1,3},\d{3} \/ month/ })).toBeVisible()
    await goTo(page, 'Settings')
    const budget = page.getByLabel('Budget per month')
    await budget.fill('1.500')
    await page.getByRole('button', { name: 'Save budget' }).click()
    await expect(budget).toHaveAccessibleDescription('That can be read two ways: type 1500 or 1.5.')
    await budget.fill('1.500,00')
    await page.getByRole('button', { name: 'Save budget' }).click()
    await expect(budget).toHaveAccessibleDescription('Write it as 1500.')
    await budget.fill('$1,500.00')
    await page.getByRole('button', { name: 'Save budget' }).click()
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('The budget is saved.')
    await expect(budget).toHaveValue('1500')
  })
})

test.describe('in a Persian browser', () => {
  test.use({ locale: 'fa-IR', timezoneId: 'Asia/Tehran' })

  test('digits and years are those of the sentences', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key)
    await expect(page.locator('[translate=no]').first()).toHaveCSS('unicode-bidi', 'isolate')
    const main = page.getByRole('main')
    const expectDigits = async (name: string) => {
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(main).toContainText(/\$\d/)
      await expect(main).not.toContainText(/[^\P{Nd}\d]|\b1[34]\d\d\b/u)
    }
    await expectDigits('Instances')
    await goTo(page, 'Costs')
    await expectDigits('Costs')
    await goTo(page, 'Instances')
    await rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true }).click()
    await expectDigits('rna-atlas')
    await expect(page.getByRole('region', { name: 'Details' })).toContainText(/\b20\d\d\b/)
  })
})

import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

const rowHeight = async (row: ReturnType<typeof rowOf>) => (await row.boundingBox())?.height

test('rows are comfortable or compact; the choice is kept here, and goes along with the link', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  const row = rowOf(page, 'rna-atlas')
  expect(await rowHeight(row)).toBe(44)
  const compact = page.getByRole('button', { name: 'Compact rows' })
  await compact.click()
  await expect(compact).toHaveAttribute('aria-pressed', 'true')
  expect(await rowHeight(row)).toBe(36)
  await expect(page).toHaveURL('/instances?density=compact')

  await page.goto('/instances')
  await expect(row).toBeVisible()
  expect(await rowHeight(row)).toBe(36)
  await page.goto('/instances?density=comfortable')
  await expect(row).toBeVisible()
  expect(await rowHeight(row)).toBe(44)
  await page.goto('/instances?density=enormous')
  await expect(row).toBeVisible()
  expect(await rowHeight(row)).toBe(36)
})

test('columns are chosen, kept here, and go along with the link', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  const head = (name: string) => page.getByRole('columnheader', { name, exact: true })
  await expect(head('CPU now')).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).click()
  const choices = page.getByRole('dialog', { name: 'Columns' })
  await choices.getByRole('checkbox', { name: 'CPU now' }).uncheck()
  await choices.getByRole('checkbox', { name: 'CPU tier' }).check()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused()
  await expect(head('CPU now')).toHaveCount(0)
  await expect(head('CPU tier')).toBeVisible()
  await expect(rowOf(page, 'rna-atlas')).toContainText('High performance')
  await expect(page).toHaveURL(/\?columns=state,.*,tier,cost/)

  await page.goto('/instances')
  await expect(head('CPU tier')).toBeVisible()
  await page.goto('/instances?columns=cost,nonsense')
  await expect(rowOf(page, 'rna-atlas')).toContainText('$0.610')
  await expect(head('State')).toHaveCount(0)
  await page.goto('/instances?columns=nonsense')
  await expect(head('CPU tier')).toBeVisible()
})

test('columns that do not fit are left out, and the name never is', async ({ page, sandbox }) => {
  const all = 'state,cpu,memory-use,disk-use,size,hardware,owner,ip,tier,created,cost,month,age'
  await signIn(page, sandbox.key, `/instances?columns=${all}`)
  for (const width of [360, 720, 800, 1100, 1440, 2560]) {
    await page.setViewportSize({ width, height: 800 })
    const name = rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true })
    expect((await name.boundingBox())?.width, `${width} px`).toBeGreaterThan(55)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${width} px`,
    ).toBeLessThanOrEqual(width)
    const menu = page.getByRole('button', { name: 'Actions for rna-atlas' })
    await menu.scrollIntoViewIfNeeded()
    await expect(menu).toBeInViewport({ ratio: 1 })
  }
})

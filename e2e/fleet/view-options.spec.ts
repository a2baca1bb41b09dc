import { expect, expectAccessible, rowOf, signIn, test } from '../support/fixtures.ts'

const rowHeight = async (row: ReturnType<typeof rowOf>) => (await row.boundingBox())?.height

test('how tall rows are, and which columns there are, is chosen, kept here, and goes along with the link', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  const row = rowOf(page, 'rna-atlas')
  const head = (name: string) => page.getByRole('columnheader', { name, exact: true })
  const choices = page.getByRole('dialog', { name: 'Columns' })

  await test.step('rows are comfortable or compact', async () => {
    expect(await rowHeight(row)).toBe(44)
    const compact = page.getByRole('button', { name: 'Compact rows' })
    await compact.click()
    await expect(compact).toHaveAttribute('aria-pressed', 'true')
    expect(await rowHeight(row)).toBe(36)
    await expect(page).toHaveURL('/instances?density=compact')
  })

  await test.step('columns are chosen', async () => {
    await expect(head('CPU now')).toBeVisible()
    await page.getByRole('button', { name: 'Columns' }).click()
    await choices.getByRole('checkbox', { name: 'CPU now' }).uncheck()
    await choices.getByRole('checkbox', { name: 'CPU tier' }).check()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused()
    await expect(head('CPU now')).toHaveCount(0)
    await expect(head('CPU tier')).toBeVisible()
    await expect(row).toContainText('High performance')
    await expect(page).toHaveURL(/\?density=compact&columns=state,.*,tier,cost/)
  })

  await test.step('both are kept here, and go along with the link, but for what makes no sense in it', async () => {
    await page.goto('/instances')
    await expect(head('CPU tier')).toBeVisible()
    expect(await rowHeight(row)).toBe(36)
    await page.goto('/instances?density=comfortable&columns=cost,nonsense')
    await expect(row).toContainText('$0.610')
    await expect(head('State')).toHaveCount(0)
    expect(await rowHeight(row)).toBe(44)
  })

  await test.step('columns that do not fit are left out, and the name never is', async () => {
    await page.getByRole('button', { name: 'Columns' }).click()
    for (const box of await choices.getByRole('checkbox').all()) await box.check()
    await page.keyboard.press('Escape')
    await expect(choices).toBeHidden()
    for (const width of [360, 720, 800, 1100, 1440, 2560]) {
      await page.setViewportSize({ width, height: 800 })
      const name = row.getByRole('link', { name: 'rna-atlas', exact: true })
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
})

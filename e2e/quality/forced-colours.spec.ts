import type { Locator } from '@playwright/test'

import { expect, rowOf, signIn, test } from '../support/fixtures.ts'
import { goTo } from '../support/go-to.ts'

test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } })

/** How an element is drawn, told by what remains when the reader's palette has taken its colours. */
const drawn = (locator: Locator) =>
  locator.evaluate((element) => {
    const { backgroundColor, borderStyle, borderWidth, borderColor, color, outlineStyle } =
      getComputedStyle(element)
    return { backgroundColor, borderStyle, borderWidth, borderColor, color, outlineStyle }
  })

test('with forced colours what has a meaning is seen, and what is chosen, refused or in focus differs', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  const canvas = (await drawn(page.locator('body'))).backgroundColor

  await test.step('the marks of the states are seen against the page', async () => {
    for (const name of ['rna-atlas', 'brave-box-979', 'geo-maps-2025', 'star-index']) {
      const mark = rowOf(page, name).locator('[data-state] svg').filter({ visible: true })
      await expect(mark).toBeVisible()
      expect((await drawn(mark)).color, name).not.toBe(canvas)
    }
  })

  await test.step('a chosen box, row and filter differ from the others', async () => {
    await goTo(page, '/instances?state=running')
    const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` })
    await box('rna-atlas').check()
    const square = (name: string) => box(name).locator('xpath=following-sibling::span')
    expect(await drawn(square('rna-atlas'))).not.toEqual(await drawn(square('gateway')))
    expect(await drawn(rowOf(page, 'rna-atlas'))).not.toEqual(await drawn(rowOf(page, 'gateway')))

    const filters = page.getByRole('group', { name: 'Filters' })
    const chosen = await drawn(filters.getByRole('button', { name: 'State: ' }).first().locator('xpath=..'))
    expect(chosen).not.toEqual(await drawn(filters.getByRole('button', { name: 'Filter', exact: true })))
    expect(chosen.borderColor).not.toBe(canvas)
  })

  await test.step('the lines of the charts are seen', async () => {
    await rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true }).click()
    const line = page
      .getByRole('region', { name: 'Live usage' })
      .locator('path.recharts-line-curve, path.recharts-area-curve')
      .first()
    await expect(line).toBeAttached()
    expect(await line.evaluate((path) => getComputedStyle(path).stroke)).not.toMatch(
      new RegExp(`none|${canvas.replaceAll(/[()]/g, String.raw`\$&`)}`),
    )
  })

  await test.step('a refused button and the current page differ from the others', async () => {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const [refused, offered] = [await drawn(button('Restart')), await drawn(button('Stop'))]
    expect(refused.color).not.toBe(offered.color)
    expect(refused.borderStyle).not.toBe(offered.borderStyle)
    const link = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })
    await goTo(page, '/costs')
    await expect(page.getByRole('heading', { level: 1, name: 'Costs' })).toBeVisible()
    expect((await drawn(link('Costs'))).outlineStyle).not.toBe((await drawn(link('Activity'))).outlineStyle)
  })

  await test.step('the focus is ringed, and a chosen radio is framed', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
    const choice = (name: string) => page.getByRole('radio', { name, exact: true })
    await choice('Dark').check()
    const frame = (name: string) => choice(name).locator('xpath=following-sibling::span[1]')
    expect((await drawn(frame('Dark'))).borderStyle).toBe('solid')
    expect((await drawn(frame('Dark'))).borderWidth).not.toBe((await drawn(frame('Light'))).borderWidth)
    await page.keyboard.press('ArrowLeft')
    expect((await drawn(frame('Light'))).outlineStyle).not.toBe('none')
  })
})

import { expect, expectAccessible, test } from '../support/fixtures.ts'

import { openCreate } from './create-form.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('on a phone all can be reached, nothing is covered, and the price is always in sight', async ({
  page,
  sandbox,
}) => {
  const { create, field, radio, summary } = await openCreate(page, sandbox)

  await test.step('the price is in sight, and its lines come up as a sheet', async () => {
    const expander = summary.getByRole('button', { name: 'Price details' })
    await expect(summary).toContainText('$0.034 / h')
    await expect(summary.getByText('2 vCPU')).toBeHidden()
    await expander.click()
    await expect(expander).toHaveAttribute('aria-expanded', 'true')
    await expect(summary.getByText('2 vCPU')).toBeInViewport()
    await expect(create).toBeInViewport({ ratio: 1 })
    await expectAccessible(page)

    await page.keyboard.press('Escape')
    await expect(summary.getByText('2 vCPU')).toBeHidden()
    await expect(expander).toBeFocused()
    await expander.click()
    await field('Name').focus()
    await expect(expander).toHaveAttribute('aria-expanded', 'false')
  })

  await test.step('the bar covers neither the last field nor what is said under it', async () => {
    await field('Anthropic API key').focus()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const bar = await summary.boundingBox()
    const last = await page.getByRole('button', { name: 'Use as my defaults' }).boundingBox()
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
    await expect(field('Anthropic API key')).toBeInViewport({ ratio: 1 })
  })

  await test.step('nothing scrolls sideways, with whatever is open', async () => {
    const expectFits = async () => {
      for (const width of [390, 360]) {
        await page.setViewportSize({ width, height: 780 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      }
    }
    await expectFits()
    await expect(summary.getByText('$0.034').first()).toBeInViewport()
    await radio('Genomics').check()
    await field('Anthropic API key').focus()
    await expect(field('Anthropic API key')).toBeInViewport()
    await expect(create).toBeInViewport()
    await summary.getByRole('button', { name: 'Price details' }).click()
    await expect(summary.getByText('16 vCPU')).toBeInViewport()
    await expectFits()
    await expectAccessible(page)
    await create.click()
    await expect(page).not.toHaveURL(/\/new/)
  })
})

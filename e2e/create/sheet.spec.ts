import { expect, expectAccessible, test } from '../support/fixtures.ts'

import { openCreate } from './create-form.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('on a phone the price is always in sight, and its lines come up as a sheet', async ({
  page,
  sandbox,
}) => {
  const { create, field, summary } = await openCreate(page, sandbox)
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

test('the bar covers neither the last field nor what is said under it', async ({ page, sandbox }) => {
  const { field, summary } = await openCreate(page, sandbox)
  await field('Anthropic API key').focus()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  const bar = await summary.boundingBox()
  const last = await page.getByRole('button', { name: 'Use as my defaults' }).boundingBox()
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  await expect(field('Anthropic API key')).toBeInViewport({ ratio: 1 })
})

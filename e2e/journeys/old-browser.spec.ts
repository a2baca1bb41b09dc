import { expect, test } from '../support/fixtures.ts'

for (const [lacks, remove] of [
  ['AbortSignal.any', () => Reflect.deleteProperty(AbortSignal, 'any')],
  ['popover', () => Reflect.deleteProperty(HTMLElement.prototype, 'popover')],
  ['toSorted', () => Reflect.deleteProperty(Array.prototype, 'toSorted')],
] as const)
  test(`a browser without ${lacks} is told that it is too old, and nothing else of the app runs`, async ({
    page,
  }) => {
    await page.addInitScript(remove)
    await page.goto('/instances', { waitUntil: 'commit' })
    await expect(page.getByRole('alert')).toHaveText(
      /^This browser is too old for Hatteras\. Use Chrome or Edge 120, Firefox 128, Safari 17\.4, or a later/,
    )
    await expect(page.locator('#root')).toHaveCount(0)
  })

test('without JavaScript a sentence says what is missing', async ({ request }) => {
  const page = await (await request.get('/')).text()
  expect(page).toContain(
    '<noscript>Hatteras needs JavaScript. Turn it on for this site, then reload the page.',
  )
})

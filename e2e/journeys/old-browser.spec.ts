import { expect, test } from '../support/fixtures.ts'

test('a browser that is too old, or without JavaScript, is told so, and nothing else of the app runs', async ({
  page,
  request,
}) => {
  await page.addInitScript(() => {
    const lacking = new URLSearchParams(location.search).get('lacks')
    if (lacking === 'AbortSignal.any') Reflect.deleteProperty(AbortSignal, 'any')
    if (lacking === 'popover') Reflect.deleteProperty(HTMLElement.prototype, 'popover')
    if (lacking === 'toSorted') Reflect.deleteProperty(Array.prototype, 'toSorted')
  })
  for (const lacking of ['AbortSignal.any', 'popover', 'toSorted'])
    await test.step(`without ${lacking}`, async () => {
      await page.goto(`/instances?lacks=${lacking}`, { waitUntil: 'commit' })
      await expect(page.getByRole('alert')).toHaveText(
        /^This browser is too old for Hatteras\. Use Chrome or Edge 120, Firefox 128, Safari 17\.4, or a later/,
      )
      await expect(page.locator('#root')).toHaveCount(0)
    })

  await test.step('without JavaScript a sentence says what is missing', async () => {
    const text = await (await request.get('/')).text()
    expect(text).toContain(
      '<noscript>Hatteras needs JavaScript. Turn it on for this site, then reload the page.',
    )
  })
})

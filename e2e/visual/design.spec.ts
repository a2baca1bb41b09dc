import { everyView, setView } from '../scenes/views.ts'
import { expect, test } from '../support/fixtures.ts'
import { serveDesignPage } from './design-page.ts'

// One worker builds the page for all.
test.describe.configure({ mode: 'default' })

let design: Awaited<ReturnType<typeof serveDesignPage>>

test.beforeAll(async () => {
  test.setTimeout(180_000)
  design = await serveDesignPage()
})

test.afterAll(() => design.close())

for (const part of ['actions', 'fields', 'tables', 'charts', 'overlays'])
  test(`looks as it did: design-${part}`, async ({ page }) => {
    for (const view of everyView.filter(({ size }) => size === 'large')) {
      await page.goto(`${design.url}?part=${part}`)
      await setView(page, view)
      await expect(page.getByRole('region', { name: part })).toHaveScreenshot(
        `design-${part}-${view.size}-${view.theme}.png`,
      )
    }
  })

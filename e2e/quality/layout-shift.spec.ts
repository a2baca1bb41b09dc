import { scenes } from '../scenes/scenes.ts'
import { expect, test } from '../support/fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

declare global {
  interface Window {
    layoutShift: number
  }
}

const pages = scenes.filter(
  ({ world = 'lab', steps, overlay }) => world === 'lab' && steps === undefined && overlay === undefined,
)

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`nothing shifts while a page loads, ${size.width} px wide`, async ({ page, sandbox }) => {
    test.slow()
    await page.setViewportSize(size)
    await page.addInitScript(() => {
      window.layoutShift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) window.layoutShift += Number(entry.value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto('/sign-in')
    await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
    await page.getByLabel('Keep me signed in on this device').check()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()

    const shifts: Record<string, number> = {}
    for (const { path, ready } of pages) {
      await page.goto(path)
      await expect(ready(page)).toBeVisible()
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      shifts[path] = Math.round((await page.evaluate(() => window.layoutShift)) * 1000) / 1000
    }
    expect(shifts).toEqual(Object.fromEntries(pages.map(({ path }) => [path, 0])))
  })
}

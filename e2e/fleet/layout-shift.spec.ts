import { expect, test } from '../support/fixtures.ts'

declare global {
  interface Window {
    layoutShift: number
  }
}

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`nothing shifts while a page loads, ${size.width} px wide`, async ({ page, sandbox }) => {
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
    await expect(page.getByRole('table', { name: 'Instances' })).toBeVisible()

    const pages = [
      { path: '/instances', ready: page.getByRole('link', { name: 'rna-atlas', exact: true }) },
      { path: '/instances/new', ready: page.getByRole('region', { name: 'Summary' }) },
      { path: '/instances/rna-atlas', ready: page.getByText('updated just now').first() },
      { path: '/instances/gateway', ready: page.getByRole('region', { name: 'Ports' }) },
      { path: '/webapps', ready: page.getByRole('link', { name: /^Open .* on rna-atlas$/ }) },
      { path: '/costs', ready: page.getByRole('table', { name: 'Cost by instance' }) },
      { path: '/activity', ready: page.getByRole('heading', { level: 1 }) },
      { path: '/settings', ready: page.getByRole('radio', { name: 'Dark' }) },
    ]
    const shifts: Record<string, number> = {}
    for (const { path, ready } of pages) {
      await page.goto(path)
      await expect(ready).toBeVisible()
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      shifts[path] = Math.round((await page.evaluate(() => window.layoutShift)) * 1000) / 1000
    }
    expect(shifts).toEqual(Object.fromEntries(pages.map(({ path }) => [path, 0])))
  })
}

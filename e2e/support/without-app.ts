import type { Page } from '@playwright/test'

/** Opens the page without the code of the app, which comes once the function that is returned is called. */
export const openWithoutApp = async (page: Page, path = '/instances') => {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const wanted = page.waitForRequest(/\/assets\/index-.*\.js$/)
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await wanted
  return () => release()
}

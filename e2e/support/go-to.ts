import type { Page } from '@playwright/test'

/** Goes to an address of the app as one of its links does: nothing is loaded anew. */
export const goTo = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)

import type { Browser, BrowserContext } from '@playwright/test'

/** What Firefox has no command for yet; Playwright sends it with every context. */
const mediaCommand = 'emulation.setMediaFeaturesOverride'

const property = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined

const call = async (method: unknown, on: unknown, args: readonly unknown[]): Promise<unknown> => {
  if (typeof method !== 'function') throw new TypeError('Playwright is not built as this file expects.')
  const result: unknown = await Reflect.apply(method, on, args)
  return result
}

/**
 * Lets Playwright open contexts in a Firefox of the system: a refused command for media features is passed over, so the tests see
 * what the system has set.
 */
export const passOverMedia = async (browser: Browser): Promise<void> => {
  const connection = property(browser, '_connection')
  const session = property(
    await call(property(connection, 'toImpl'), connection, [browser]),
    '_browserSession',
  )
  const send = property(session, 'send')
  if (typeof session !== 'object' || session === null)
    throw new TypeError('Playwright is not built as this file expects.')
  Reflect.set(session, 'send', async (method: string, parameters: unknown) =>
    method === mediaCommand ? {} : call(send, session, [method, parameters]),
  )
}

/**
 * Makes `fill` insert its text as the browser's own editing does. Playwright sets the value from within the page, which React takes
 * for a change of its own and passes over.
 */
export const typeAsPeopleDo = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Object.defineProperty(globalThis, '__pw_bidiInsertText', {
      get: () => (text: string) => {
        document.execCommand('insertText', false, text)
      },
      set: () => {},
    })
  })

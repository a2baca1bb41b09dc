import { expect } from '@playwright/test'
import * as z from 'zod/mini'

import { findInPage, inWords, pathTo, type Target } from './find.ts'
import type { Send } from './webdriver.ts'

const reference = 'element-6066-11e4-a52e-4f735466cecf'
const elements = z.array(z.object({ [reference]: z.string() }))
const handleSchema = z.object({ handle: z.string() })

/** Keys that are no letters, as WebDriver writes them. */
export const keys = {
  control: '\uE009',
  enter: '\uE007',
  escape: '\uE00C',
  down: '\uE015',
  backspace: '\uE003',
} as const

/** A function of the page's, and what it is called with. */
type InPage<Arguments extends readonly unknown[]> = (...given: Arguments) => unknown

/** A window of a WebKit browser, driven as a person would: everything waits for what it needs. */
export class WebKitPage {
  readonly #send: Send
  readonly #origin: string

  constructor(send: Send, origin: string) {
    this.#send = send
    this.#origin = origin
  }

  goto = (path: string) => this.#send('POST', '/url', { url: `${this.#origin}${path}` })
  back = () => this.#send('POST', '/back', {})
  reload = () => this.#send('POST', '/refresh', {})
  path = async (): Promise<string> => {
    const { pathname, search } = new URL(z.parse(z.string(), await this.#send('GET', '/url')))
    return `${pathname}${search}`
  }

  /** Runs a function in the page and returns its result, which is awaited. */
  run = <Arguments extends readonly unknown[]>(
    run: InPage<Arguments>,
    ...given: Arguments
  ): Promise<unknown> =>
    this.#send('POST', '/execute/sync', {
      script: `return (${run.toString()}).apply(null, arguments)`,
      args: given,
    })

  #find = async (target: Target): Promise<string[]> =>
    z.parse(elements, await this.run(findInPage, pathTo(target))).map((one) => one[reference])

  /** Counted in the page: an element that React takes away cannot be handed over to the driver any more. */
  count = async (target: Target): Promise<number> =>
    z.parse(
      z.number(),
      await this.#send('POST', '/execute/sync', {
        script: `return (${findInPage.toString()})(...arguments).length`,
        args: [pathTo(target)],
      }),
    )

  /** Everything that a page is told it waits to hold. */
  sees = async (target: Target): Promise<void> => {
    await expect.poll(() => this.count(target), { message: `sees ${inWords(target)}` }).toBeGreaterThan(0)
  }

  /** As `sees`, until there is none. */
  seesNo = async (target: Target): Promise<void> => {
    await expect.poll(() => this.count(target), { message: `sees no ${inWords(target)}` }).toBe(0)
  }

  /** Waits until the text of a target holds `text`. */
  reads = (target: Target, text: string | RegExp) =>
    this.#on(target, async (id) => {
      expect(await this.#send('GET', `/element/${id}/text`), inWords(target)).toMatch(text)
    })

  /** Once it is there and what is done with it succeeds: it may be drawn anew between two commands. */
  #on = async (target: Target, act: (id: string) => Promise<unknown>): Promise<void> => {
    await expect(async () => {
      const [id] = await this.#find(target)
      if (id === undefined) throw new Error(`There is no ${inWords(target)}.`)
      await act(id)
    }).toPass({ timeout: 60_000 })
  }

  /** Waits until it can be pressed, and presses it. */
  click = (target: Target) =>
    this.#on(target, async (id) => {
      const isHeld = await this.#send('POST', '/execute/sync', {
        script: "return arguments[0].matches(':disabled, [aria-disabled=true], [aria-busy=true]')",
        args: [{ [reference]: id }],
      })
      if (isHeld !== false) throw new Error(`The ${inWords(target)} cannot be pressed.`)
      await this.#send('POST', `/element/${id}/click`, {})
    })

  /** Types a text in the place of what a field holds. */
  fill = (target: Target, text: string) =>
    this.#on(target, async (id) => {
      await this.#send('POST', '/execute/sync', {
        script: 'arguments[0].focus(); arguments[0].select()',
        args: [{ [reference]: id }],
      })
      await this.press(keys.backspace)
      await this.#send('POST', `/element/${id}/value`, { text })
    })

  /** Presses keys one after another, each held while the next are pressed where it is a control key. */
  press = (...pressed: readonly string[]) => {
    const down = pressed.map((value) => ({ type: 'keyDown', value }))
    const up = pressed.toReversed().map((value) => ({ type: 'keyUp', value }))
    return this.#send('POST', '/actions', {
      actions: [{ type: 'key', id: 'keys', actions: [...down, ...up] }],
    })
  }

  type = async (text: string): Promise<void> => {
    for (const letter of text) await this.press(letter)
  }

  /** A picture of the window, as PNG. */
  picture = async (): Promise<Buffer> =>
    Buffer.from(z.parse(z.string(), await this.#send('GET', '/screenshot')), 'base64')

  /** The window that is driven now. */
  current = async (): Promise<string> => z.parse(z.string(), await this.#send('GET', '/window'))
  /** Opens another window and returns its name; `drive` turns to it. */
  openWindow = async (): Promise<string> =>
    z.parse(handleSchema, await this.#send('POST', '/window/new', { type: 'window' })).handle
  drive = (handle: string) => this.#send('POST', '/window', { handle })
}

import { createHash, randomUUID } from 'node:crypto'

import * as z from 'zod/mini'
import {
  type APIRequestContext,
  type Browser,
  expect,
  type Locator,
  type Page,
  test as base,
} from '@playwright/test'

import { axeFindings, type AxeScope } from './axe.ts'
import { passOverMedia, typeAsPeopleDo } from './firefox.ts'

export { expect }

/** A way for the sandbox to misbehave, as its control endpoint takes it. */
export interface Fault {
  method?: string
  path: string
  effect?: 'drop' | 'hang' | 'html' | 'empty' | 'malformed'
  status?: number
  body?: unknown
  headers?: Record<string, string>
  delayMs?: number
  times?: number
  /** The request takes effect first, and only its answer is lost. */
  after?: boolean
}

const askedRequests = z.array(
  z.object({
    method: z.string(),
    path: z.string(),
    status: z.nullable(z.number()),
    body: z.optional(z.unknown()),
  }),
)

interface Free {
  n_vcpus: number
  mem_gib: number
  disk_size_gib: number
}

/** The control endpoint of one world of the sandbox. */
export class Sandbox {
  readonly #request: APIRequestContext
  readonly key: string

  constructor(request: APIRequestContext, key: string) {
    this.#request = request
    this.key = key
  }

  async #call(method: 'get' | 'post' | 'patch' | 'delete', path: string, data?: unknown): Promise<unknown> {
    const headers = { Authorization: `Bearer ${this.key}` }
    const response = await this.#request[method](path, {
      headers,
      // The server may close a connection just as it is used again.
      maxRetries: 2,
      ...(data === undefined ? {} : { data }),
    })
    expect(response.ok(), `${method} ${path}: ${response.status()}`).toBe(true)
    const text = await response.text()
    return text === '' ? null : JSON.parse(text)
  }

  /** Moves the clock of this world on, so that what takes seconds or days is over. */
  advance = (seconds: number) => this.#call('post', '/__sandbox/advance', { seconds })
  /** Stops the clock of this world; `at` in ISO 8601. */
  stopClock = (at: string) => this.#call('post', '/__sandbox/clock', { at })
  seed = (scenario: string) => this.#call('post', '/__sandbox/seed', { scenario })
  /** Puts a fleet of one's own in place of the seeded one; what a row leaves out is as a small running container has it. */
  plant = (instances: readonly Readonly<Record<string, unknown>>[]) =>
    this.#call('post', '/__sandbox/seed', { instances })
  /** Sets what is free on the hosts of both tiers, and how much more the account may have. */
  setCapacity = (capacity: { free?: Partial<Free>; account_vcpus?: number }) =>
    this.#call('post', '/__sandbox/capacity', capacity)
  faults = (faults: Fault[]) => this.#call('post', '/__sandbox/faults', { faults })
  /** The week before this world began, as a file that an account of the app can import. */
  history = (connection: string) =>
    this.#call('get', `/__sandbox/history?connection=${encodeURIComponent(connection)}`)
  requests = async () => z.parse(askedRequests, await this.#call('get', '/__sandbox/requests'))
  api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, data?: unknown) =>
    this.#call(method, `/api${path}`, data)
}

interface Fixtures {
  /** Which seeded world the test's own key opens; `test.use({ scenario: 'empty' })`. */
  scenario: string
  sandbox: Sandbox
  /** Console lines that this test brings about on purpose, beside the browser's own line for a failed request. */
  expectedConsole: RegExp[]
  consoleGuard: undefined
  cleanContext: undefined
}

/** One for all tests of a process. */
interface WorkerFixtures {
  browser: Browser
}

const failedRequest = /^Failed to load resource: /

/** A line of Playwright's clock that a reused page may keep of the test before, whose clock is gone. */
const leftOver = "Cannot read properties of undefined (reading 'controller')"

export const test = base.extend<Fixtures, WorkerFixtures>({
  browser: [
    async ({ browser, channel }, provide) => {
      if (channel === 'moz-firefox') await passOverMedia(browser)
      await provide(browser)
    },
    { scope: 'worker' },
  ],
  context: async ({ context, channel }, provide) => {
    if (channel === 'moz-firefox') await typeAsPeopleDo(context)
    await provide(context)
  },
  scenario: ['lab', { option: true }],
  expectedConsole: [[], { option: true }],
  sandbox: async ({ request, scenario }, provide) => {
    await provide(new Sandbox(request, `sandbox-${scenario}-${randomUUID()}`))
  },
  consoleGuard: [
    async ({ page, expectedConsole }, provide) => {
      const lines: string[] = []
      page.on('console', (message) => {
        const text = message.text()
        const isExpected = [failedRequest, ...expectedConsole].some((pattern) => pattern.test(text))
        if (['error', 'warning'].includes(message.type()) && !isExpected) lines.push(text)
      })
      page.on('pageerror', ({ message }) => {
        if (message !== leftOver) lines.push(message)
      })
      await provide(undefined)
      expect(lines, 'console errors and warnings').toEqual([])
    },
    { auto: true },
  ],
  cleanContext: [
    async ({ context, page, permissions }, provide) => {
      await provide(undefined)
      // A request that is still on its way when the test is over is nobody's failure.
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' })
      await context.unrouteAll({ behavior: 'ignoreErrors' })
      await context.setOffline(false)
      await context.clearPermissions()
      await context.grantPermissions(permissions ?? [])
    },
    { auto: true },
  ],
})

const shell = (page: Page) => page.getByRole('navigation', { name: 'Main' })

/** Signs in by hand, as a person does, and waits for the page that was asked for. */
export const signInByHand = async (page: Page, key: string, path = '/instances') => {
  await page.goto(path)
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(shell(page)).toBeVisible()
}

interface KeptKey {
  key: string
  name: string
}

/** Comes back to a tab that keeps these keys of a service and is signed in with the first of them. */
export const signInWith = async (
  page: Page,
  keys: readonly KeptKey[],
  path = '/instances',
  service = 'sandbox',
) => {
  const connections = keys.map(({ key, name }) => ({
    id: `c-${createHash('sha256').update(`hatteras ${key}`).digest('hex').slice(0, 24)}`,
    name,
    key,
    service,
    since: 0,
  }))
  const entries = {
    'hatteras:connections': JSON.stringify(connections),
    'hatteras:current': JSON.stringify(connections[0]?.id),
  }
  await page.addInitScript(
    ({ once, stored }) => {
      // Once in a tab, or nobody could sign out; and not in a frame without storage.
      if (globalThis.origin === 'null' || sessionStorage.getItem(once) !== null) return
      sessionStorage.setItem(once, '')
      for (const [name, value] of Object.entries(stored)) sessionStorage.setItem(name, value)
    },
    { once: `test-${randomUUID()}`, stored: entries },
  )
  await page.goto(path)
  await expect(shell(page)).toBeVisible()
}

/** Comes back to a tab that is signed in already: for tests of what comes after, and four times as quick as by hand. */
export const signIn = (page: Page, key: string, path?: string, service?: string) =>
  signInWith(page, [{ key, name: 'My account' }], path, service)

/**
 * Makes the page read again as soon as its data is old enough, as for somebody who keeps coming back to it: for tests of what is seen
 * next, and not of when.
 */
export const keepReading = (page: Page) =>
  page.evaluate(() => {
    setInterval(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })), 250)
  })

/**
 * Stops the page's clock, which has to be installed, about a second from now. Where that second has passed before the browser hears of
 * it, Playwright refuses but has stopped the clock, and the second try succeeds.
 */
export const stopClock = (page: Page) =>
  expect(async () => {
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)
  }).toPass()

/** Presses Try again while the page, whose clock has to be installed, asks for nothing by itself: the request is the button's own. */
export const tryAgain = async (page: Page) => {
  await stopClock(page)
  const asked = page.waitForRequest((request) => request.url().includes('/api/instance/'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await asked
  await page.clock.resume()
}

/** Waits for what fades or rises to have done so; what turns for as long as it lives is left alone. */
const animationsEnd = (page: Page) =>
  page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      )
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })

/**
 * axe finds nothing on the page as it stands. Of a page with something open over it, the colours are those of what is open: the page
 * has them without it. It looks in Chromium alone: what it looks at is the same everywhere.
 */
export const expectAccessible = async (page: Page, scope: AxeScope = 'all', over?: Locator) => {
  if (page.context().browser()?.browserType().name() !== 'chromium') return
  // Between a press and the dialog that it opens, the page behind may be put out of reach already.
  const reachable = page.getByRole('main').or(page.getByRole('dialog')).or(page.getByRole('alertdialog'))
  await expect(reachable.first()).toBeVisible()
  await animationsEnd(page)
  expect(await axeFindings(page, scope, over)).toEqual([])
}

/** A machine at rest, without usage to ask for. */
export const atRest = (name: string) => ({ name, resource_type: 'vm', state: 'shut_off' })

/** A region of a page by its fixed name. */
export const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** The row of one instance in the fleet's table. */
export const rowOf = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'Instances' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) })

/** How many words of two letters or more stand in the main area: the measure of how much a page talks. */
export const wordsIn = async (page: Page): Promise<number> =>
  (await page.getByRole('main').innerText()).match(/\p{L}{2,}/gu)?.length ?? 0

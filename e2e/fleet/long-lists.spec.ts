import type { Page, Request } from '@playwright/test'
import * as z from 'zod/mini'

import { lineOf } from '../costs/support.ts'
import { fileOf } from '../journeys/missing-parts.ts'
import { expect, region, rowOf, signIn, stopClock, test } from '../support/fixtures.ts'

test.use({ scenario: 'huge' })

const counts = z.object({ drawn: z.number(), stored: z.number() })

const rows = (page: Page) => page.getByRole('table', { name: 'Instances' }).locator('tr[data-uuid]')
const scrollTop = (page: Page) => page.evaluate(() => globalThis.scrollY)

/** Two frames, after which what a scroll brings about is drawn. */
const drawn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )

/** Counts, from here on, how many frames in a row had no row where there should be one. */
const watchForBlanks = (page: Page) =>
  page.evaluate(() => {
    let inARow = 0
    let most = 0
    const isRow = (y: number) =>
      document.elementFromPoint(innerWidth / 2, y)?.closest('table tr:not([aria-hidden])')
    const look = () => {
      inARow = [0.2, 0.5, 0.9].every((part) => isRow(innerHeight * part)) ? 0 : inARow + 1
      most = Math.max(most, inARow)
      document.body.dataset['blanks'] = `${most}`
      requestAnimationFrame(look)
    }
    look()
  })

/** Turns the wheel, and waits until the page has gone as far. */
const turnWheel = async (page: Page, by: number) => {
  const before = await scrollTop(page)
  await page.mouse.wheel(0, by)
  await expect.poll(() => scrollTop(page)).toBe(before + by)
  await drawn(page)
  // And stays there.
  expect(await scrollTop(page)).toBe(before + by)
}

test('10,000 instances come in their place, end where they end, are reached by keys, found, and are there again after Back', async ({
  page,
  sandbox,
}) => {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(fileOf('virtual-rows'), async (route) => {
    await released
    await route.continue()
  })
  await signIn(page, sandbox.key, '/instances?sort=name&deleted=show')
  const table = page.getByRole('table', { name: 'Instances' })

  await test.step('what stands below the rows is out of sight before they come', async () => {
    const foot = page.getByText('10,000 instances', { exact: true })
    await expect(foot).toBeVisible()
    await expect(foot).not.toBeInViewport()
    release()
    await expect(rows(page).first()).toBeVisible()
  })

  const firstName = (await rows(page).first().getByRole('link').first().textContent()) ?? ''
  expect(firstName).toMatch(/^atlas-/)

  await test.step('10,000 are shown without drawing them all', async () => {
    await expect(table).toHaveAttribute('aria-rowcount', '10001')
    expect(await table.getByRole('row').count()).toBeLessThan(120)
  })

  await test.step('the end of 10,000 rows is their end, and their place is kept on the way to an instance and back', async () => {
    // Before the part of the page that draws long lists is there, the end is that of the first rows.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
      .toBeGreaterThan(400_000)
    await page.keyboard.press('End')
    await expect(rows(page).last()).toBeInViewport()
    const gap = () =>
      page.evaluate(() => document.documentElement.scrollHeight - innerHeight - Math.ceil(globalThis.scrollY))
    await expect.poll(gap).toBeLessThanOrEqual(1)
    await drawn(page)
    expect(await gap()).toBeLessThanOrEqual(1)
    await page.evaluate(() => scrollTo(0, 120_000))
    await drawn(page)
    const kept = await scrollTop(page)
    const link = rows(page).nth(20).getByRole('link').first()
    const name = (await link.textContent()) ?? ''
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await page.goBack()
    await expect(rows(page).getByRole('link', { name, exact: true })).toBeInViewport()
    expect(await scrollTop(page)).toBe(kept)
  })

  for (const [density, motion] of [
    ['comfortable', 'no-preference'],
    ['compact', 'reduce'],
  ] as const)
    await test.step(`End, Home and letters reach rows that were not drawn, ${density}, motion: ${motion}`, async () => {
      await page.emulateMedia({ reducedMotion: motion })
      await page.evaluate(() => scrollTo(0, 0))
      if (density === 'compact') await page.getByRole('button', { name: 'Compact rows' }).click()
      const first = table.getByRole('link', { name: firstName, exact: true })
      await first.focus()
      const focused = page.locator('a:focus')
      await page.keyboard.press('End')
      await expect(focused).toHaveText(/^weather-099\d\d$/)
      await expect(focused).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('o')
      await expect(focused).toHaveText(/^ocean-000\d\d$/)
      await expect(focused).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('ArrowDown')
      await expect(focused).toHaveText(/^ocean-0/)
      await page.keyboard.press('Home')
      await expect(first).toBeFocused()
    })

  await test.step('one is found', async () => {
    const last =
      (await table
        .getByRole('link', { name: /^\w+-\d{5}$/ })
        .last()
        .textContent()) ?? ''
    await page.getByRole('searchbox', { name: 'Search instances' }).fill(last)
    await expect(rowOf(page, last)).toBeVisible()
  })
})

test('10,000 rows go as far as the wheel is turned, down and up, none of it is blank for more than a frame, and their cost is summed up', async ({
  page,
  sandbox,
}) => {
  // Heads of groups are lower than rows.
  await signIn(page, sandbox.key, '/instances?group=owner')
  await expect(rows(page).nth(20)).toBeAttached()
  await page.mouse.move(700, 600)
  await turnWheel(page, 900)
  await watchForBlanks(page)
  for (const by of [700, 3100, 120, 2400, -900, -2650, 5000, -1700]) await turnWheel(page, by)

  // What changes above the rows moves none of them.
  const middle = await rows(page).nth(20).getAttribute('data-uuid')
  const place = () =>
    page.locator(`tr[data-uuid="${middle ?? ''}"]`).evaluate((row) => row.getBoundingClientRect().top)
  const before = await place()
  await page.evaluate(() => {
    const note = document.createElement('p')
    note.style.height = '77px'
    document.querySelector('.fleet-summary')?.after(note)
  })
  await drawn(page)
  expect(await place()).toBeCloseTo(before, 0)
  for (const by of [1900, -1300]) await turnWheel(page, by)
  expect(await page.evaluate(() => Number(document.body.dataset['blanks']))).toBeLessThanOrEqual(1)

  await test.step('their costs are summed up, though not all of them are listed', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Costs' }).click()
    await expect(lineOf(page, 'Total')).toContainText('$2,517.042')
    await expect(region(page, 'Now').getByText(/^9,\d{3} others$/)).toBeVisible()
    const more = page.getByRole('button', { name: /^9,\d{3} more$/ })
    const hidden = async () => Number((await more.innerText()).replaceAll(/\D/g, ''))
    const listed = await hidden()
    await more.click()
    await expect.poll(hidden).toBe(listed - 500)
    await expect(lineOf(page, 'Total')).toContainText('$2,517.042')
  })
})

test('a poll of 10,000 that tells nothing new draws nothing and stores nothing', async ({
  page,
  sandbox,
}) => {
  let lists = 0
  page.on('response', (response) => {
    if (new URL(response.url()).pathname === '/api/instance/') lists += 1
  })
  // What is on its way gets there.
  await sandbox.advance(3600)
  await signIn(page, sandbox.key, '/instances?state=stopped')
  await expect(rows(page).nth(20)).toBeAttached()
  const watch = () =>
    page.evaluate(() => {
      const seen = { drawn: 0, stored: 0 }
      Object.assign(globalThis, { seen })
      const table = document.querySelector('table')
      if (table !== null)
        new MutationObserver((records) => {
          seen.drawn += records.length
        }).observe(table, { subtree: true, childList: true, attributes: true, characterData: true })
      for (const [of, name] of [
        [IDBObjectStore.prototype, 'put'],
        [IDBObjectStore.prototype, 'add'],
        [Storage.prototype, 'setItem'],
      ] as const) {
        const before: unknown = Reflect.get(of, name)
        Reflect.set(of, name, function store(this: unknown, ...values: unknown[]) {
          seen.stored += 1
          return typeof before === 'function' ? Reflect.apply(before, this, values) : undefined
        })
      }
    })
  await watch()
  const seen = async () => counts.parse(await page.evaluate((): unknown => Reflect.get(globalThis, 'seen')))
  // Everything is new to this browser, and is written down once.
  let before = -1
  await expect
    .poll(
      async () => {
        const { stored } = await seen()
        const isQuiet = stored > 10_000 && stored === before
        before = stored
        return isQuiet
      },
      { timeout: 100_000, intervals: [2000] },
    )
    .toBe(true)
  const { drawn: drawnBefore } = await seen()
  const listsBefore = lists
  await expect.poll(() => lists).toBeGreaterThan(listsBefore + 1)
  const after = await seen()
  expect(after.drawn - drawnBefore).toBe(0)
  // Once a minute the end of the time that was watched: a few values, however many the instances are.
  expect(after.stored - before).toBeLessThan(8)
})

test.describe('a small fleet', () => {
  test.use({ scenario: 'lab' })
  test('one list serves every page for as long as it is fresh', async ({ page, sandbox }) => {
    let lists = 0
    let underWay = 0
    const isList = (request: Request) => new URL(request.url()).pathname === '/api/instance/'
    page.on('request', (request) => {
      if (!isList(request)) return
      lists += 1
      underWay += 1
    })
    page.on('requestfinished', (request) => {
      if (isList(request)) underWay -= 1
    })
    await page.clock.install()
    await signIn(page, sandbox.key)
    await expect(rows(page).first()).toBeVisible()
    await stopClock(page)
    // On a slow machine the list is old by now, and is read again before time stands still.
    await page.evaluate(async () => {
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      await fetch('/favicon.svg')
    })
    await expect.poll(() => underWay).toBe(0)
    const before = lists
    for (const name of ['Web apps', 'Activity', 'Costs', 'Instances']) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    }
    expect(lists).toBe(before)
  })
})

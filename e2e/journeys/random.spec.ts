import type { Page } from '@playwright/test'

import { expect, keepReading, signIn, test } from '../support/fixtures.ts'
import { goTo } from '../support/go-to.ts'
import { noValue, type RandomFleet, randomFleet } from '../support/random-fleet.ts'

/** Another one in HATTERAS_SEED tries other instances; it is part of the test's title, and so of what is printed. */
const seed = Number(process.env['HATTERAS_SEED'] ?? 20_261_129)
const count = Number(process.env['HATTERAS_INSTANCES'] ?? 500)
/** How many have to be seen among the rows. */
const enough = count * 0.99
/** How many of them have their own page opened. */
const opened = Math.ceil(count / 20)

const broken = /stopped working|could not be shown|could not be loaded|could not be opened|itself failed/

/** Serves the fleet until another is put in its place; whatever is asked of an instance by its uuid is answered. */
const serve = async (page: Page, first: RandomFleet) => {
  let fleet = first
  await page.route('**/api/instance/**', (route) => {
    const { pathname } = new URL(route.request().url())
    const [, ref, what] = /\/instance\/([^/]+)\/([^/]+)?/.exec(pathname) ?? []
    const answer = () => {
      if (ref === undefined) return `[${fleet.rows.join(',')}]`
      if (what === 'stats') return fleet.readings[fleet.uuids.indexOf(ref) % fleet.readings.length]
      return fleet.rows[fleet.uuids.indexOf(ref)]
    }
    const body = answer()
    return body === undefined
      ? route.fulfill({ status: 404, contentType: 'application/json', body: '{"error":"No such instance."}' })
      : route.fulfill({ contentType: 'application/json', body })
  })
  return (next: RandomFleet) => {
    fleet = next
  }
}

/** Puts what looks for words that stand for no value into the page, so that thousands of texts are read where they are. */
const watchText = (page: Page) =>
  page.addInitScript(
    ({ none, failed }) => {
      const attributes = ['aria-label', 'aria-valuetext', 'title', 'href', 'value', 'd']
      const patterns = [new RegExp(none), new RegExp(failed)]
      const seen = () => {
        const found: string[] = []
        const check = (text: string) => {
          for (const pattern of patterns) {
            const at = text.search(pattern)
            if (at !== -1) found.push(text.slice(Math.max(0, at - 80), at + 80))
          }
        }
        if ((document.querySelector('main')?.textContent ?? '').length < 20) found.push('a blank page')
        for (const part of document.body.children)
          if (part.tagName !== 'SCRIPT') {
            check(part.textContent ?? '')
            for (const element of part.querySelectorAll('*'))
              for (const name of attributes) check(element.getAttribute(name) ?? '')
          }
        if (document.querySelector('a[href^="javascript:" i]') !== null) found.push('a link that runs code')
        return found
      }
      Object.assign(globalThis, { seen })
    },
    { none: noValue.source, failed: broken.source },
  )

const frames = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`

const expectSound = async (page: Page, where: string) => {
  const found = await page.evaluate<string[]>(`(async () => { await ${frames}; return seen() })()`)
  expect(found, `${where}, seed ${seed}`).toEqual([])
}

/**
 * Draws every row of a list that draws only what is on the screen. A list that is read again meanwhile puts rows elsewhere, so those
 * that were missed are looked for once more from the top.
 */
const expectSoundRows = async (page: Page, where: string) => {
  const [found, drawn] = await page.evaluate<[string[], number]>(`(async () => {
    const found = [], drawn = new Set()
    let passes = 1
    scrollTo(0, 0)
    for (;;) {
      await ${frames}
      for (const row of document.querySelectorAll('[data-uuid]')) drawn.add(row.dataset.uuid)
      found.push(...seen())
      const before = scrollY
      scrollBy(0, innerHeight * 0.9)
      if (scrollY !== before && found.length === 0) continue
      if (drawn.size > ${enough} || passes === 3 || found.length > 0) return [found, drawn.size]
      passes += 1
      scrollTo(0, 0)
    }
  })()`)
  expect(found, `${where}, seed ${seed}`).toEqual([])
  expect(drawn, `${where}: rows drawn`).toBeGreaterThan(enough)
}

const openPage = async (page: Page, uuid: string) => {
  await goTo(page, `/instances/${uuid}`)
  await expect(page.getByRole('main').getByText(uuid).first()).toBeAttached()
}

/** Opens the dialogs of the first instances whose pages offer them. */
const expectSoundDialogs = async (page: Page, uuids: readonly string[]) => {
  const left = new Map([
    ['Resize', 4],
    ['Delete', 4],
    ['Rename', 2],
    ['Stop', 2],
  ])
  for (const uuid of uuids) {
    if ([...left.values()].every((count) => count === 0)) return
    await openPage(page, uuid)
    for (const [name, count] of left) {
      const button = page.getByRole('button', { name, exact: true })
      if (count === 0 || !(await button.isVisible())) continue
      if ((await button.getAttribute('aria-disabled')) !== null) continue
      left.set(name, count - 1)
      await button.click()
      const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
      await expect(dialog.getByRole('heading', { name: `${name} instance` })).toBeVisible()
      await expectSound(page, `${name} of ${uuid}`)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
  }
  expect([...left], 'dialogs that no instance offered').toEqual([])
}

test(`whatever instances and readings hold, no page shows a value that is none, or nothing (seed ${seed})`, async ({
  page,
  sandbox,
}) => {
  const before = randomFleet(seed, count)
  const after = randomFleet(seed + 1, count, before.uuids)
  const serveNext = await serve(page, before)
  await watchText(page)
  await page.setViewportSize({ width: 1440, height: 2000 })
  await signIn(page, sandbox.key, '/instances?deleted=show')
  await expect(page.getByRole('table', { name: 'Instances' }).getByRole('row').nth(20)).toBeVisible()
  await expectSoundRows(page, 'the fleet')

  // Every instance changes, which is something to tell in Activity.
  serveNext(after)
  await keepReading(page)
  await page.waitForResponse('**/api/instance/')
  await page.setViewportSize({ width: 390, height: 2000 })
  await expectSoundRows(page, 'the fleet on a phone')

  await page.setViewportSize({ width: 1440, height: 900 })
  for (const typed of ['', 'stop', 'resize', 'open', 'a']) {
    await page.keyboard.press('Control+k')
    const search = page.getByRole('combobox', { name: 'Search pages, instances and actions' })
    await search.fill(typed)
    await expect(page.getByRole('listbox', { name: 'Commands' }).getByRole('option').first()).toBeVisible()
    await expectSound(page, 'the palette')
    await page.keyboard.press('Escape')
    await expect(search).toBeHidden()
  }
  for (const [link, heading] of [
    ['Web apps', 'Web apps'],
    ['Costs', 'Costs'],
    ['Activity', 'Activity'],
    ['Settings', 'Settings'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }).click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
    await expectSound(page, heading)
  }
  for (const uuid of before.uuids.slice(0, opened)) {
    await openPage(page, uuid)
    await expectSound(page, `the page of ${uuid}`)
  }
  await expectSoundDialogs(page, before.uuids)
})

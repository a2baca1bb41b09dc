import { randomUUID } from 'node:crypto'

import type { Locator, Page } from '@playwright/test'

import { arrive, worldOf } from '../scenes/open-scene.ts'
import { dialog, type Scene } from '../scenes/scene.ts'
import { scenes } from '../scenes/scenes.ts'
import { setView } from '../scenes/views.ts'
import { expect, expectAccessible, test } from '../support/fixtures.ts'
import { clippedText } from './clipped-text.ts'
import { coveredOf } from './covered.ts'
import { paleFrames } from './pale-frames.ts'
import { sidewaysScrollers } from './sideways.ts'
import { tabStops } from './tab-stops.ts'

/** What people come for: it has to stand every way of reading. */
const mainJob: ReadonlySet<string> = new Set([
  'sign-in',
  'fleet',
  'create',
  'instance',
  'instance-vm',
  'costs',
  'settings',
  'dialog-stop',
  'dialog-resize',
  'dialog-delete',
])

/** Scenes that Tab is walked through, one of each kind of page. */
const walked: ReadonlySet<string> = new Set([
  'sign-in-refused',
  'fleet-selected',
  'fleet-empty',
  'create',
  'create-full',
  'instance-connect',
  'instance-stopped',
  'web-apps',
  'costs',
  'activity',
  'settings',
  'not-found',
])

/** Scenes that are read with more contrast: what people come for, and one of each kind of what opens over it. */
const withMoreContrast: ReadonlySet<string> = new Set([
  'fleet-selected',
  'instance',
  'instance-stopped',
  'create',
  'costs',
  'dialog-resize',
  'dialog-delete',
  'palette',
])

const expectToFit = async (page: Page, width: number) => {
  await page.setViewportSize({ width, height: 844 })
  // A popup follows the window's new width a moment later.
  await expect.poll(() => sidewaysScrollers(page), `wider than ${width} px`).toEqual([])
}

/** Everything fits a window, and every button can be pressed. */
const expectUsable = async (page: Page, { overlay }: Scene, size: { width: number; height: number }) => {
  await page.setViewportSize(size)
  await expect.poll(() => sidewaysScrollers(page)).toEqual([])
  const within = overlay === undefined ? page.getByRole('main') : dialog(page)
  await expect.poll(() => coveredOf(within.getByRole('button', { disabled: false }))).toEqual([])
}

/** Wider spacing of text (WCAG 1.4.12) cuts nothing off. */
const expectRoomForText = async (page: Page) => {
  const before = await clippedText(page)
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
  })
  expect((await clippedText(page)).filter((text) => !before.includes(text))).toEqual([])
  expect(await sidewaysScrollers(page)).toEqual([])
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
}

/** As in a browser whose own letters are set larger than 16 px, where the sizes in rem and the breakpoints follow. */
const setFontSize = async (page: Page, px: number) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: px, fixed: px } })
  await devtools.detach()
}

/** Letters of 24 and 32 px cut nothing off, and at 400 % zoom nothing is wider than the screen or stays in the way of the page. */
const expectToFollowTheReader = async (page: Page, scene: Scene) => {
  const before = await clippedText(page)
  for (const px of [24, 32]) {
    await setFontSize(page, px)
    await expect.poll(() => sidewaysScrollers(page), `letters of ${px} px`).toEqual([])
    expect(
      (await clippedText(page)).filter((text) => !before.includes(text)),
      `letters of ${px} px`,
    ).toEqual([])
  }
  await setFontSize(page, 24)
  await expectUsable(page, scene, { width: 390, height: 844 })
  await setFontSize(page, 16)
  await page.setViewportSize({ width: 320, height: 256 })
  await expect.poll(() => sidewaysScrollers(page), '400 % zoom').toEqual([])
  const bars = await page.evaluate(() =>
    [...document.querySelectorAll('body :not(dialog, dialog *, [popover], [popover] *)')]
      .filter(
        (element) => /fixed|sticky/.test(getComputedStyle(element).position) && element.clientHeight > 40,
      )
      .map((element) => element.className),
  )
  expect(bars, '400 % zoom').toEqual([])
}

/** For readers who ask for more contrast text is 7:1, and frames 3:1. */
const expectMuchContrast = async (page: Page, over: Locator | undefined) => {
  await page.emulateMedia({ contrast: 'more' })
  for (const theme of ['light', 'dark'] as const) {
    await setView(page, { size: 'large', theme })
    await expectAccessible(page, 'much-contrast', over)
    expect(await paleFrames(page), theme).toEqual([])
  }
  await page.emulateMedia({ contrast: null })
}

const expectVisibleFocus = async (page: Page) => {
  const stops = await tabStops(page)
  expect(stops.length).toBeGreaterThan(2)
  expect(stops.filter(({ problem }) => problem !== null)).toEqual([])
}

for (const scene of scenes) {
  const { name, overlay } = scene
  test(`${name}: accessible in both themes, fits every screen, and leads the focus`, async ({
    page,
    request,
  }) => {
    await arrive(page, worldOf(request, scene, randomUUID()), scene)
    const opener = overlay?.opener(page)
    await opener?.focus()
    if (overlay !== undefined) await page.keyboard.press('Enter')
    await overlay?.shows(page).waitFor()

    await test.step('axe finds nothing', async () => {
      const over = overlay?.shows(page)
      await setView(page, { size: 'large', theme: 'light' })
      await expectAccessible(page, 'all', over)
      await setView(page, { size: 'large', theme: 'dark' })
      await expectAccessible(page, 'colours', over)
    })
    if (withMoreContrast.has(name))
      await test.step('with more contrast text is 7:1, and frames 3:1', () =>
        expectMuchContrast(page, overlay?.shows(page)))
    await test.step('it fits a phone', async () => {
      await setView(page, { size: 'small', theme: 'light' })
      for (const width of [390, 360]) await expectToFit(page, width)
    })
    if (mainJob.has(name)) {
      await test.step('it is of use at twice the size', () =>
        expectUsable(page, scene, { width: 720, height: 450 }))
      await setView(page, { size: 'large', theme: 'light' })
      await test.step('wider spacing of text cuts nothing off', () => expectRoomForText(page))
      await test.step('it follows the reader’s own letters and zoom', () =>
        expectToFollowTheReader(page, scene))
    }
    await setView(page, { size: 'large', theme: 'light' })
    if (walked.has(name))
      await test.step('the focus can be seen wherever Tab leads', () => expectVisibleFocus(page))
    if (overlay !== undefined && opener !== undefined)
      await test.step('Escape gives the focus back to what opened it', async () => {
        await page.keyboard.press('Escape')
        await expect(overlay.shows(page)).toBeHidden()
        await expect(opener).toBeFocused()
      })
  })
}

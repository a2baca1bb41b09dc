import type { Page } from '@playwright/test'

import { expect, expectAccessible, signIn, test } from '../support/fixtures.ts'
import { goTo } from '../support/go-to.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const tooltip = (page: Page) => page.locator('[popover][data-of]')

/** What a browser does on plain http. */
const refuseToCopy = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })

test('a notice is seen and within reach wherever one is, and covers nothing', async ({ page, sandbox }) => {
  await refuseToCopy(page)
  await signIn(page, sandbox.key)
  const notices = page.getByRole('region', { name: 'Notices' })

  await test.step('a notice over an open dialog is seen, can be pressed, and is spoken there', async () => {
    await page.getByRole('button', { name: 'Actions for gateway' }).click()
    await page.getByRole('menuitem', { name: 'Copy link' }).click()
    await expect(notices).toContainText('The browser refused to copy')
    // The pointer on it keeps it there.
    await notices.getByText('The browser refused to copy').hover()
    await page.keyboard.press('ControlOrMeta+k')
    const palette = page.getByRole('dialog', { name: 'Go to or run' })
    await expect(palette).toBeVisible()
    await expect(palette.getByRole('region', { name: 'Notices' })).toBeVisible()
    await expectAccessible(page)

    await palette.getByRole('combobox').fill('stop star-index')
    await page.keyboard.press('Enter')
    await expect(palette.getByRole('status').filter({ hasText: /error|running/ })).toBeAttached()

    await notices.getByRole('button', { name: 'Dismiss' }).click()
    await expect(notices.getByRole('listitem')).toHaveCount(0)
    await expect(palette).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    await expect(page.getByRole('status')).toBeAttached()
  })

  await test.step('a notice covers neither the end of an instance nor the bar of a phone', async () => {
    await page.getByRole('button', { name: 'Actions for rna-atlas' }).click()
    await page.getByRole('menuitem', { name: 'Copy link' }).click()
    await page.getByRole('link', { name: 'rna-atlas', exact: true }).click()
    for (const [width, height] of [
      [390, 844],
      [1024, 768],
      [1440, 900],
      [1920, 900],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      // The pointer on it keeps it there.
      await notices.getByText('The browser refused to copy').hover()
      const notice = await notices.boundingBox()
      for (const place of [
        page.getByRole('button', { name: 'Delete', exact: true }),
        page.getByRole('navigation', { name: 'Main' }),
      ]) {
        const box = await place.boundingBox()
        if (notice === null || box === null) throw new Error('One of them is not there.')
        const isCovered =
          notice.x < box.x + box.width &&
          box.x < notice.x + notice.width &&
          notice.y < box.y + box.height &&
          box.y < notice.y + notice.height
        expect(isCovered, `${width} px`).toBe(false)
      }
    }
  })
})

test('over a dialog: a press beside it, a popover and a tooltip, each closed alone', async ({
  page,
  sandbox,
}) => {
  await refuseToCopy(page)
  await signIn(page, sandbox.key, '/instances/gateway')
  const opener = page.getByRole('button', { name: 'Show API call' })
  const dialog = page.getByRole('dialog', { name: 'API calls' })
  const copy = dialog.getByRole('button', { name: 'Copy call to stop' })

  await test.step('a dialog: a press that began in it leaves it open, the page under it stays where it is, and a click beside it closes it', async () => {
    await opener.click()
    await expect(dialog.locator(':focus')).toHaveCount(1)
    const placeOf = () =>
      page.evaluate(() => {
        const { x, y } = document.querySelector('main h1')?.getBoundingClientRect() ?? { x: NaN, y: NaN }
        return { x, y }
      })
    const before = await placeOf()
    await page.mouse.move(5, 450)
    await page.mouse.wheel(0, 400)
    await dialog.getByRole('heading', { name: 'API calls' }).hover()
    await page.mouse.down()
    await page.mouse.move(5, 450)
    await page.mouse.up()
    await expect(dialog).toBeVisible()
    expect(await placeOf()).toEqual(before)

    await page.mouse.down()
    await page.mouse.up()
    await expect(dialog).toBeHidden()
    await expect(opener).toBeFocused()
    expect(await placeOf()).toEqual(before)
  })

  await test.step('a popover over a dialog: Escape and a press beside it are for the popover alone', async () => {
    await opener.click()
    const fallback = dialog.getByRole('dialog', { name: 'Copy by hand' })
    await copy.click()
    const text = fallback.getByRole('textbox', { name: 'Text to copy' })
    await expect(text).toBeFocused()
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('/stop/')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(fallback).toBeHidden()
    await expect(dialog).toBeVisible()
    await expect(copy).toBeFocused()

    await copy.click()
    await expect(fallback).toBeVisible()
    await page.mouse.click(5, 450)
    await expect(fallback).toBeHidden()
    await expect(dialog).toBeVisible()
    await page.mouse.click(5, 450)
    await expect(dialog).toBeHidden()
  })

  await test.step('a tooltip over a dialog: on hover and focus, for the pointer to move onto, and gone with Escape and a press', async () => {
    await opener.click()
    await copy.hover()
    await expect(tooltip(page)).toHaveText('Copy call to stop')
    await expect(tooltip(page)).toBeVisible()
    await tooltip(page).hover()
    expect(await tooltip(page).evaluate((tooltip) => tooltip.matches(':hover'))).toBe(true)
    await page.mouse.move(5, 450)
    await expect(tooltip(page)).toBeHidden()

    await copy.press('Shift')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(copy).toBeFocused()
    await expect(tooltip(page)).toHaveText('Copy call to stop')
    await copy.hover()
    await page.mouse.down()
    await expect(tooltip(page)).toBeHidden()
    await page.mouse.up()
  })
})

test('on the fleet: the tooltip of a long name, the menu of a row, and a dialog whose opener goes away', async ({
  page,
  sandbox,
}) => {
  const long = `rna-atlas-${'of-the-second-lane-'.repeat(4)}final`
  const others = [
    'brief',
    'gateway',
    'tutorial-marimo',
    ...Array.from({ length: 12 }, (_, at) => `box-${at}`),
  ]
  await sandbox.plant([long, ...others].map((name) => ({ name })))
  await signIn(page, sandbox.key)

  await test.step('a name that is cut short is whole in a tooltip, on hover and focus; one that fits has none', async () => {
    const name = page.getByRole('link', { name: long, exact: true })
    await page.getByRole('link', { name: 'brief', exact: true }).hover()
    await name.hover()
    await expect(tooltip(page)).toHaveText(long)
    await page.mouse.move(5, 450)
    await expect(tooltip(page)).toBeHidden()
    await name.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect(name).toBeFocused()
    await expect(tooltip(page)).toHaveText(long)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'brief', exact: true }).focus()
    await expect(tooltip(page)).toBeHidden()

    // Where it is not a link.
    await goTo(page, `/instances?tag=${long}`)
    await page.getByText(`Tag: ${long}`).hover()
    await expect(tooltip(page)).toContainText(long)
  })

  await test.step('a menu: a second click on its button closes it, Tab moves on from there, and it follows its button', async () => {
    await goTo(page, '/instances')
    await page.setViewportSize({ width: 1440, height: 500 })
    const opener = page.getByRole('button', { name: 'Actions for gateway' })
    const menu = page.getByRole('menu', { name: 'Actions for gateway' })
    await opener.click()
    await expect(menu).toBeVisible()
    await opener.click()
    await expect(menu).toBeHidden()

    await opener.press('Enter')
    await expect(menu.getByRole('menuitem').first()).toBeFocused()
    const apart = async () => {
      const [box, anchor] = [await menu.boundingBox(), await opener.boundingBox()]
      return Math.round((box?.x ?? NaN) + (box?.width ?? NaN) - (anchor?.x ?? NaN) - (anchor?.width ?? NaN))
    }
    const before = await apart()
    await page.setViewportSize({ width: 1200, height: 500 })
    await expect.poll(apart).toBe(before)
    await page.keyboard.press('Tab')
    await expect(menu).toBeHidden()
    await expect(opener).not.toBeFocused()
  })

  await test.step('where what opened a dialog is gone, the focus goes to the page', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'Actions for tutorial-marimo' }).click()
    await page.getByRole('menuitem', { name: 'Stop' }).click()
    const stop = page.getByRole('dialog', { name: 'Stop instance' })
    await expect(stop).toBeVisible()
    await page.evaluate(() => {
      document
        .querySelector('[aria-label="Actions for tutorial-marimo"]')
        ?.closest('tr')
        ?.setAttribute('hidden', '')
    })
    await page.keyboard.press('Escape')
    await expect(stop).toBeHidden()
    await expect(page.getByRole('main')).toBeFocused()
  })
})

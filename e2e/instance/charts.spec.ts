import type { Page } from '@playwright/test'
import * as z from 'zod/mini'

import { expect, expectAccessible, region, signIn, test } from '../support/fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const chart = (page: Page, metric: string) =>
  region(page, 'Live usage').getByRole('slider', { name: `${metric} in the last 15 min` })
const readings = (page: Page, metric: string) =>
  region(page, 'Live usage')
    .getByRole('table', { name: `${metric} in the last 15 min` })
    .locator('tbody tr')

test('three charts are one picture: drawn in place on one axis, with one crosshair by pointer and by keyboard', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas?window=15min')
  await expect(readings(page, 'CPU')).toHaveCount(1)

  await test.step('the crosshair follows the pointer, on all charts at once', async () => {
    await chart(page, 'Memory').hover()
    await expect(region(page, 'Live usage').locator('[data-crosshair]')).toHaveCount(3)
    await page.getByRole('heading', { level: 1 }).hover()
    await expect(region(page, 'Live usage').locator('[data-crosshair]')).toHaveCount(0)
  })

  await test.step('live data is drawn in place: nothing on the charts is animated', async () => {
    const moving = () =>
      region(page, 'Live usage').evaluate((panel) =>
        panel
          .getAnimations({ subtree: true })
          .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.outerHTML : '')),
      )
    const drawn = region(page, 'Live usage').locator('path.recharts-area-curve').first()
    const before = await drawn.getAttribute('d')
    await expect.poll(() => drawn.getAttribute('d')).not.toBe(before)
    expect(await moving()).toEqual([])
    await expect(drawn).not.toHaveAttribute('stroke-dasharray', /.+/)
    expect(await region(page, 'Live usage').locator('animate, animateTransform').count()).toBe(0)
  })

  await test.step('the axis shows the whole window, however little of it was measured', async () => {
    await expect(readings(page, 'CPU').nth(1)).toBeAttached()
    const cpu = chart(page, 'CPU')
    const from = Number(await cpu.getAttribute('aria-valuemin'))
    const to = Number(await cpu.getAttribute('aria-valuemax'))
    expect(to - from).toBe(15 * 60_000)

    const area = await cpu.boundingBox()
    const drawn = await region(page, 'Live usage').locator('path.recharts-area-curve').first().boundingBox()
    if (area === null || drawn === null) throw new Error('The chart is not drawn.')
    expect(drawn.width).toBeLessThan(area.width / 10)
    expect(drawn.x).toBeGreaterThan(area.x + area.width * 0.9)
  })

  await test.step('the crosshair moves by keyboard, on all charts at once, and says what it reads', async () => {
    await expect(readings(page, 'CPU').nth(1)).toBeAttached()
    await page.getByRole('radio', { name: '15 min' }).focus()
    await page.keyboard.press('Tab')
    const cpu = chart(page, 'CPU')
    await expect(cpu).toBeFocused()
    const crosshairs = region(page, 'Live usage').locator('[data-crosshair]')
    await expect(crosshairs).toHaveCount(3)
    await expectAccessible(page)

    await page.keyboard.press('Home')
    const first = await readings(page, 'CPU').first().getByRole('rowheader').textContent()
    await expect(cpu).toHaveAttribute('aria-valuetext', new RegExp(`^[\\d.]+.% at ${first ?? 'never'}$`))
    await expect(chart(page, 'Memory')).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^[\\d.]+.GiB at ${first ?? 'never'}$`),
    )
    await page.keyboard.press('ArrowRight')
    await expect(cpu).not.toHaveAttribute('aria-valuetext', new RegExp(` at ${first ?? 'never'}$`))
    await page.keyboard.press('ArrowLeft')
    await expect(cpu).toHaveAttribute('aria-valuetext', new RegExp(` at ${first ?? 'never'}$`))

    await page.keyboard.press('Escape')
    await expect(crosshairs).toHaveCount(0)
    await page.keyboard.press('End')
    await expect(crosshairs).toHaveCount(3)
    await page.keyboard.press('Shift+Tab')
    await expect(crosshairs).toHaveCount(0)
  })
})

test('charts that nobody sees are neither read nor drawn, and go on once they are seen again', async ({
  page,
  sandbox,
}) => {
  await page.clock.install()
  await page.setViewportSize({ width: 1440, height: 320 })
  await signIn(page, sandbox.key, '/instances/rna-atlas?window=15min')
  await chart(page, 'CPU').scrollIntoViewIfNeeded()
  await expect(readings(page, 'CPU')).toHaveCount(2)
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/stats/')) asked += 1
  })
  const count = z.number()
  const drawn = async () => count.parse(await page.evaluate((): unknown => Reflect.get(globalThis, 'drawn')))
  await region(page, 'Live usage').evaluate((panel) => {
    Object.assign(globalThis, { drawn: 0 })
    const watcher = new MutationObserver((records) => {
      Object.assign(globalThis, { drawn: Number(Reflect.get(globalThis, 'drawn')) + records.length })
    })
    const what = { subtree: true, childList: true, attributes: true, characterData: true }
    for (const figure of panel.querySelectorAll('figure')) watcher.observe(figure, what)
  })
  /** How often it was asked, and how much drawn, in 20 s of the page's clock. */
  const doneMeanwhile = async () => {
    const drawn = async () =>
      count.parse(await page.evaluate((): unknown => Reflect.get(globalThis, 'drawn')))
    const before = { asked, drawn: await drawn() }
    await page.clock.runFor(20_000)
    return { asked: asked - before.asked, drawn: (await drawn()) - before.drawn }
  }
  const goesOn = async () => {
    const done = await doneMeanwhile()
    return done.asked > 0 && done.drawn > 0
  }
  await expect.poll(goesOn).toBe(true)

  await page.getByRole('button', { name: 'Delete', exact: true }).scrollIntoViewIfNeeded()
  await expect(chart(page, 'Disk')).not.toBeInViewport()
  // What was asked for before is drawn.
  await expect.poll(doneMeanwhile).toEqual({ asked: 0, drawn: 0 })

  // Whatever runs is read now and then, to find out what idles: that is drawn once somebody sees it.
  const drawnBefore = await drawn()
  const askedBefore = asked
  await page.clock.fastForward(5 * 60_000)
  await expect.poll(() => asked).toBeGreaterThan(askedBefore)
  await page.clock.runFor(20_000)
  expect(await drawn()).toBe(drawnBefore)

  await chart(page, 'CPU').scrollIntoViewIfNeeded()
  await expect.poll(goesOn).toBe(true)
})

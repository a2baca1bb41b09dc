import type { Page } from '@playwright/test'

import { publicKey } from '../create/create-form.ts'
import { button, dialog, expectState } from '../instance/support.ts'
import { expect, keepReading, region, signIn, test } from '../support/fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

declare global {
  interface Window {
    layoutShift: number
  }
  class LayoutShiftAttribution {
    readonly node: Node | null
  }
}

/** What nobody sees: a figure that becomes a digit longer, a mark that moves along its bar. */
const unseen = 0.001

/** How much has moved since it was asked last. */
const shift = (page: Page) =>
  page.evaluate(async () => {
    // What is in the document now is laid out in the next frame, and told of after that.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    const since = window.layoutShift
    window.layoutShift = 0
    return since
  })

/** Notices stand over the page, one on the other, and are no part of it: where one of them moves most, that is left out. */
const watchShifts = (page: Page) =>
  page.evaluate(() => {
    const isNotice = (sources: unknown) => {
      const [most]: unknown[] = Array.isArray(sources) ? sources : []
      const node: unknown = most instanceof LayoutShiftAttribution ? most.node : null
      return node instanceof Element && node.closest('[aria-label=Notices]') !== null
    }
    window.layoutShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && 'sources' in entry && !isNotice(entry.sources))
          window.layoutShift += Number(entry.value)
    }).observe({ type: 'layout-shift' })
  })

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`nothing moves by itself from starting to running, to stopped and back, ${size.width} px wide`, async ({
    page,
    sandbox,
  }) => {
    await page.setViewportSize(size)
    await sandbox.api('post', '/instance/', {
      name: 'riser',
      resource_type: 'container',
      flavor: 'rstudioserver',
      n_vcpus: 8,
      mem_gib: 16,
      disk_size_gib: 100,
      public_key: publicKey,
    })
    await signIn(page, sandbox.key, '/instances/riser')
    await expectState(page, 'provisioning')
    const activity = region(page, 'Activity')
    await expect(activity).toContainText('Starting')
    await page.waitForLoadState('networkidle')
    await watchShifts(page)
    await keepReading(page)

    await sandbox.advance(30)
    await expectState(page, 'running')
    await expect(region(page, 'Live usage').getByRole('figure').first()).toBeVisible()
    await expect(activity).toContainText('Running')
    expect(await shift(page)).toBeLessThan(unseen)

    await button(page, 'Stop').click()
    await dialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
    await expect(activity).toContainText('Stopping')
    await shift(page)
    await sandbox.advance(5)
    await expectState(page, 'exited')
    await expect(activity).toContainText('Stopped')
    expect(await shift(page)).toBeLessThan(unseen)

    await button(page, 'Restart').click()
    await expect(activity).toContainText('Restarting')
    await shift(page)
    await sandbox.advance(5)
    await expectState(page, 'running')
    await expect(activity).toContainText('Restarted')
    expect(await shift(page)).toBeLessThan(unseen)
  })

import { randomUUID } from 'node:crypto'

import type { Page } from '@playwright/test'

import { openScene, worldOf } from '../scenes/open-scene.ts'
import { scenes } from '../scenes/scenes.ts'
import { setView } from '../scenes/views.ts'
import { axeFindings } from '../support/axe.ts'
import { expect, signIn, test } from '../support/fixtures.ts'

test.use({ contextOptions: { contrast: 'more', reducedMotion: 'reduce' } })

/** What people come for, and one of each kind of what opens over it. */
const looked: ReadonlySet<string> = new Set([
  'fleet-selected',
  'instance',
  'instance-stopped',
  'create',
  'costs',
  'dialog-resize',
  'dialog-delete',
  'palette',
])

/** The frames that stand out from the ground of the page by less than 3:1, with how much it is. */
const paleFrames = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const luminance = (colour: string) => {
      if (canvas === null) return Number.NaN
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
        value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    }
    const ground = luminance(getComputedStyle(document.body).backgroundColor)
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(element)
      const isDrawn = borderTopStyle !== 'none' && borderTopWidth !== '0px' && element.checkVisibility()
      if (!isDrawn || /^rgba\(.*, 0\)$/.test(borderTopColor)) return []
      const frame = luminance(borderTopColor)
      const ratio = Math.max(frame, ground) / Math.min(frame, ground)
      return ratio >= 3 ? [] : [`${element.tagName} ${element.className}: ${ratio.toFixed(2)}`]
    })
  })

for (const scene of scenes.filter(({ name }) => looked.has(name)))
  test(`${scene.name}: with more contrast text is 7:1, and frames 3:1`, async ({ page, request }) => {
    await openScene(page, worldOf(request, scene, randomUUID()), scene)
    for (const theme of ['light', 'dark'] as const) {
      await setView(page, { size: 'large', theme })
      expect(await axeFindings(page, 'much-contrast', scene.overlay?.shows(page)), theme).toEqual([])
      expect(await paleFrames(page), theme).toEqual([])
    }
  })

test('with more contrast a refused button, the current page and the marked command are told by more than a shade', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCSS('border-top-style', 'solid')
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toHaveCSS(
    'border-top-style',
    'dashed',
  )
  const nav = page.getByRole('navigation', { name: 'Main' })
  await nav.getByRole('link', { name: 'Costs' }).click()
  await page.getByRole('heading', { level: 1, name: 'Costs' }).focus()
  await expect(nav.getByRole('link', { name: 'Costs' })).toHaveCSS('outline-style', 'solid')
  await expect(nav.getByRole('link', { name: 'Activity' })).toHaveCSS('outline-style', 'none')
  await page.getByRole('button', { name: /^Search or run/ }).click()
  const options = page.getByRole('dialog').getByRole('option')
  await expect(options.first()).toHaveCSS('outline-style', 'solid')
  await expect(options.last()).toHaveCSS('outline-style', 'none')
})

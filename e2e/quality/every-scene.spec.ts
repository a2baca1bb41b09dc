import { randomUUID } from 'node:crypto'

import type { Page } from '@playwright/test'

import { openScene, worldOf } from '../scenes/open-scene.ts'
import { scenes } from '../scenes/scenes.ts'
import { setView } from '../scenes/views.ts'
import { expect, expectAccessible, test } from '../support/fixtures.ts'
import { sidewaysScrollers } from './sideways.ts'

const expectToFit = async (page: Page, width: number) => {
  await page.setViewportSize({ width, height: 844 })
  // A popup follows the window's new width a moment later.
  await expect.poll(() => sidewaysScrollers(page), `wider than ${width} px`).toEqual([])
}

for (const scene of scenes)
  test(`${scene.name}: axe finds nothing in either theme, and it fits a phone`, async ({ page, request }) => {
    await openScene(page, worldOf(request, scene, randomUUID()), scene)
    await setView(page, { size: 'large', theme: 'light' })
    await expectAccessible(page)
    await setView(page, { size: 'large', theme: 'dark' })
    await expectAccessible(page, 'colours')
    await setView(page, { size: 'small', theme: 'light' })
    for (const width of [390, 360]) await expectToFit(page, width)
  })

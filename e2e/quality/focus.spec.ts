import { randomUUID } from 'node:crypto'

import { arrive, openScene, worldOf } from '../scenes/open-scene.ts'
import { scenes } from '../scenes/scenes.ts'
import { expect, test } from '../support/fixtures.ts'
import { tabStops } from './tab-stops.ts'

const walked = new Set([
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

for (const scene of scenes.filter(({ name }) => walked.has(name)))
  test(`${scene.name}: the focus can be seen wherever Tab leads`, async ({ page, request }) => {
    await openScene(page, worldOf(request, scene, randomUUID()), scene)
    const stops = await tabStops(page)
    expect(stops.length).toBeGreaterThan(2)
    expect(stops.filter(({ problem }) => problem !== null)).toEqual([])
  })

for (const scene of scenes) {
  const { overlay } = scene
  if (overlay === undefined) continue
  test(`${scene.name}: Escape gives the focus back to what opened it`, async ({ page, request }) => {
    await arrive(page, worldOf(request, scene, randomUUID()), scene)
    const opener = overlay.opener(page)
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(overlay.shows(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(overlay.shows(page)).toBeHidden()
    await expect(opener).toBeFocused()
  })
}

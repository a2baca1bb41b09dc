import { openScene, worldOf } from '../scenes/open-scene.ts'
import { scenes } from '../scenes/scenes.ts'
import { passMinutes, stopTime } from '../scenes/still.ts'
import { everyView, setView, type View } from '../scenes/views.ts'
import { expect, test } from '../support/fixtures.ts'

/** Both sizes and both themes, in half as many pictures. */
const twoViews: readonly View[] = [
  { size: 'large', theme: 'light' },
  { size: 'small', theme: 'dark' },
]

/** Scenes that stay as they are from one day to the next, and how often each is pictured. */
const pictured: Readonly<Record<string, readonly View[]>> = {
  'sign-in': everyView,
  fleet: everyView,
  'fleet-empty': twoViews,
  'fleet-nothing-matches': twoViews,
  create: everyView,
  instance: everyView,
  'instance-vm': twoViews,
  'instance-missing': twoViews,
  'dialog-stop': twoViews,
  'web-apps-empty': twoViews,
  'activity-empty': twoViews,
  costs: everyView,
  settings: everyView,
  'not-found': twoViews,
}

for (const scene of scenes) {
  const views = pictured[scene.name]
  if (views === undefined) continue
  test(`looks as it did: ${scene.name}`, async ({ page, request }) => {
    const sandbox = worldOf(request, scene, `pictured-${scene.name}`)
    await stopTime(page, sandbox, scene)
    await openScene(page, sandbox, scene)
    // A fifth of what the screenshots let go by: enough for a line in a chart.
    if (scene.minutes !== undefined) await passMinutes(page, sandbox, 3)
    for (const view of views) {
      await setView(page, view)
      await expect(page).toHaveScreenshot(`${scene.name}-${view.size}-${view.theme}.png`)
    }
  })
}

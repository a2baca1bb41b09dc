import { openScene, worldOf } from '../scenes/open-scene.ts'
import { scenes } from '../scenes/scenes.ts'
import { passMinutes, stopTime } from '../scenes/still.ts'
import { setView, type View } from '../scenes/views.ts'
import { expect, test } from '../support/fixtures.ts'

/** Both sizes and both themes, in half as many pictures. */
const twoViews: readonly View[] = [
  { size: 'large', theme: 'light' },
  { size: 'small', theme: 'dark' },
]

/** The pages that show the most, of a clock that stands still, and how often each is pictured: few, so that the repository stays small. */
const pictured: Readonly<Record<string, readonly View[]>> = {
  fleet: twoViews,
  instance: twoViews,
  create: twoViews,
  costs: twoViews,
  settings: twoViews,
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
      // Whether the newest reading is of now or six seconds old depends on the machine: some digits and dots.
      await expect(page).toHaveScreenshot(`${scene.name}-${view.size}-${view.theme}.png`, {
        maxDiffPixelRatio: 0.003,
      })
    }
  })
}

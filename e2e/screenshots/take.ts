import { join } from 'node:path'

import type { APIRequestContext, Page } from '@playwright/test'

import { openScene, worldOf } from '../scenes/open-scene.ts'
import type { Scene } from '../scenes/scene.ts'
import { passMinutes, stopTime } from '../scenes/still.ts'
import { setView, type View } from '../scenes/views.ts'
import type { Sandbox } from '../support/fixtures.ts'

/** Takes a scene in each of the views, into files named by `nameOf`, in the folder that the command was given; `before` readies the browser. */
export const takePictures = async (
  { page, request }: { page: Page; request: APIRequestContext },
  scene: Scene,
  views: readonly View[],
  nameOf: (view: View) => string,
  before?: (page: Page, sandbox: Sandbox) => Promise<void>,
) => {
  const sandbox = worldOf(request, scene, `pictured-${scene.name}`)
  await stopTime(page, sandbox, scene)
  await before?.(page, sandbox)
  await openScene(page, sandbox, scene)
  if (scene.minutes !== undefined) await passMinutes(page, sandbox, scene.minutes)
  for (const view of views) {
    await setView(page, view)
    const path = join(process.env['HATTERAS_PICTURES'] ?? '.cache/screenshots', `${nameOf(view)}.png`)
    await page.screenshot({ path, animations: 'disabled' })
  }
}

import { scenes } from '../scenes/scenes.ts'
import { type View } from '../scenes/views.ts'
import { test } from '../support/fixtures.ts'
import { takePictures } from './take.ts'

/** The README's pictures: scene and view. */
const pictures: Readonly<Record<string, View>> = {
  fleet: { size: 'large', theme: 'light' },
  instance: { size: 'large', theme: 'dark' },
  create: { size: 'large', theme: 'light' },
}

for (const scene of scenes) {
  const view = pictures[scene.name]
  if (view === undefined) continue
  test(`picture: ${scene.name}`, ({ page, request }) =>
    takePictures({ page, request }, scene, [view], () => scene.name))
}

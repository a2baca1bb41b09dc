import { scenes } from '../scenes/scenes.ts'
import { everyView } from '../scenes/views.ts'
import { test } from '../support/fixtures.ts'
import { takePictures } from './take.ts'

for (const scene of scenes)
  test(`picture: ${scene.name}`, ({ page, request }) =>
    takePictures({ page, request }, scene, everyView, ({ size, theme }) => `${scene.name}-${size}-${theme}`))

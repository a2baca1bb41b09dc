import type { Page } from '@playwright/test'

import { accountOf, importFile } from '../activity/record.ts'
import { scenes } from '../scenes/scenes.ts'
import { type View } from '../scenes/views.ts'
import { type Sandbox, signIn, test } from '../support/fixtures.ts'
import { takePictures } from './take.ts'

/** The README's pictures: scene and view. */
const pictures: Readonly<Record<string, View>> = {
  fleet: { size: 'large', theme: 'light' },
  instance: { size: 'large', theme: 'dark' },
  create: { size: 'large', theme: 'light' },
  costs: { size: 'large', theme: 'light' },
}

/** As after **Use sandbox key**: the browser knows the week before. */
const knowThePast = async (page: Page, sandbox: Sandbox) => {
  await signIn(page, sandbox.key)
  await importFile(page, await sandbox.history(await accountOf(page)))
}

for (const scene of scenes) {
  const view = pictures[scene.name]
  if (view === undefined) continue
  test(`picture: ${scene.name}`, ({ page, request }) =>
    takePictures({ page, request }, scene, [view], () => scene.name, knowThePast))
}

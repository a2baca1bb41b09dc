import type { APIRequestContext, Page } from '@playwright/test'

import { Sandbox, signIn } from '../support/fixtures.ts'
import type { Scene } from './scene.ts'

/** The world of a scene. The end of its key makes it a world of its own. */
export const worldOf = (request: APIRequestContext, { world = 'lab' }: Scene, own: string) =>
  new Sandbox(request, `sandbox-${world ?? 'lab'}-${own}`)

/** Opens the page of a scene, signed in to its world, and does what is done there before anything is opened over it. */
export const arrive = async (page: Page, { key }: Sandbox, { world, path, ready, steps }: Scene) => {
  if (world === null) await page.goto(path)
  else await signIn(page, key, path)
  await ready(page).waitFor()
  await steps?.(page)
}

/** Leads to all that the scene shows. */
export const openScene = async (page: Page, sandbox: Sandbox, scene: Scene) => {
  await arrive(page, sandbox, scene)
  await scene.overlay?.opener(page).click()
  await scene.overlay?.shows(page).waitFor()
}

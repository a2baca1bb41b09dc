import { randomUUID } from 'node:crypto'

import { dialog } from '../scenes/scene.ts'
import { openScene, worldOf } from '../scenes/open-scene.ts'
import { scenes } from '../scenes/scenes.ts'
import { expect, signIn, test } from '../support/fixtures.ts'
import { clippedText } from './clipped-text.ts'
import { sidewaysScrollers } from './sideways.ts'

const scenesNamed = (...names: string[]) => scenes.filter(({ name }) => names.includes(name))

const mainJob = scenesNamed(
  'sign-in',
  'fleet',
  'create',
  'instance',
  'instance-vm',
  'costs',
  'settings',
  'dialog-stop',
  'dialog-resize',
  'dialog-delete',
)

test.describe('at twice the size', () => {
  test.use({
    viewport: { width: 720, height: 450 },
    deviceScaleFactor: 2,
    contextOptions: { reducedMotion: 'reduce' },
  })

  for (const scene of mainJob)
    test(`${scene.name} fits, and every button can be pressed`, async ({ page, request }) => {
      await openScene(page, worldOf(request, scene, randomUUID()), scene)
      expect(await sidewaysScrollers(page)).toEqual([])
      const open = dialog(page)
      const within = scene.overlay === undefined ? page.getByRole('main') : open
      for (const button of await within.getByRole('button', { disabled: false }).all())
        if (await button.isVisible()) await button.click({ trial: true, force: false })
    })
})

test.describe('with wider spacing of text (WCAG 1.4.12)', () => {
  for (const scene of mainJob)
    test(`${scene.name} cuts nothing off`, async ({ page, request }) => {
      await openScene(page, worldOf(request, scene, randomUUID()), scene)
      const before = await clippedText(page)
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
          p { margin-bottom: 2em !important }`)
        document.adoptedStyleSheets = [sheet]
      })
      expect((await clippedText(page)).filter((text) => !before.includes(text))).toEqual([])
      expect(await sidewaysScrollers(page)).toEqual([])
    })
})

test('with reduced motion nothing moves: a transition, a dialog, a toast', async ({ page, sandbox }) => {
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map(({ effect }) =>
          effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 120) : '',
        ),
    )
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page, sandbox.key)
  await expect(page.locator('[data-state="provisioning"]').filter({ visible: true })).toBeVisible()
  await expect.poll(moving).toEqual([])

  await page.goto('/instances/rna-atlas')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(dialog(page)).toBeVisible()
  await expect.poll(moving).toEqual([])
  await dialog(page).getByRole('button', { name: 'Stop instance' }).click()
  await expect(page.getByRole('main')).toContainText('Stopping')
  await expect.poll(moving).toEqual([])
  await sandbox.advance(5)
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('rna-atlas')
  await expect.poll(moving).toEqual([])
})

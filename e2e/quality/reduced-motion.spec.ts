import { dialog } from '../scenes/scene.ts'
import { expect, rowOf, signIn, test } from '../support/fixtures.ts'

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

  await rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true }).click()
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

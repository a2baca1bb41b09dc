import { expect, expectAccessible, signIn, test } from '../support/fixtures.ts'
import { button, expectState, region, setFree } from './support.ts'

const pages = [
  { name: 'a running RStudio', path: '/instances/rna-atlas', state: 'running' },
  { name: 'a virtual machine with ports', path: '/instances/license-server', state: 'running' },
  { name: 'a stopped container', path: '/instances/geo-maps-2025', state: 'exited' },
  { name: 'an instance in error', path: '/instances/star-index', state: 'error' },
  { name: 'one that is being created', path: '/instances/brave-box-979', state: 'provisioning' },
  {
    name: 'the longest name',
    path: '/instances/single-cell-perturbation-screen-replicate-three-rerun-2026-long',
    state: 'exited',
  },
]
const dialogs = [
  { act: 'Stop', title: 'Stop instance' },
  { act: 'Resize', title: 'Resize instance' },
  { act: 'Rename', title: 'Rename instance' },
  { act: 'Delete', title: 'Delete instance' },
  { act: 'Show API call', title: 'API calls' },
]

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const { name, path, state } of pages)
      test(`on the page of ${name}`, async ({ page, sandbox }) => {
        await signIn(page, sandbox.key, path)
        await expectState(page, state)
        const more = region(page, 'Connect').getByText('More: SSH config')
        if (await more.isVisible()) await more.click()
        await expectAccessible(page)
      })

    for (const { act, title } of dialogs)
      test(`in the dialog ${title}`, async ({ page, sandbox }) => {
        await signIn(page, sandbox.key, '/instances/rna-atlas')
        await expectState(page, 'running')
        await button(page, act).click()
        const opened = page.getByRole(act === 'Delete' ? 'alertdialog' : 'dialog', { name: title })
        await expect(opened).toBeVisible()
        const disclosure = opened.getByText('Show API call')
        if (await disclosure.isVisible()) await disclosure.click()
        await expect(opened).toHaveCSS('opacity', '1')
        await expectAccessible(page)
      })

    test('in a dialog that found no room', async ({ page, sandbox, request }) => {
      await setFree(request, sandbox.key, { n_vcpus: 4, mem_gib: 4 })
      await signIn(page, sandbox.key, '/instances/dev-server')
      await button(page, 'Restart').click()
      const noRoom = page.getByRole('dialog', { name: 'Restart instance' })
      await noRoom.getByRole('button', { name: 'Keep trying' }).click()
      await expect(noRoom).toContainText('Next try in')
      await expectAccessible(page)
    })
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  for (const { name, path, state } of pages)
    test(`the page of ${name} is no wider than the screen`, async ({ page, sandbox }) => {
      await signIn(page, sandbox.key, path)
      await expectState(page, state)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await expectAccessible(page)
    })
})

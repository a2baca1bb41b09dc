import { expect, signIn, test } from '../support/fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

for (const [what, scenario, path] of [
  ['a plain fleet', 'lab', '/instances'],
  ['a grouped fleet', 'lab', '/instances?group=owner'],
  ['a huge fleet', 'huge', '/instances'],
] as const) {
  test.describe(what, () => {
    test.use({ scenario })

    test('has names that can be read on a phone', async ({ page, sandbox }) => {
      await signIn(page, sandbox.key, path)
      const name = page.getByRole('table', { name: 'Instances' }).getByRole('link').first()
      await expect(name).toBeVisible()
      const { width, isCut } = await name.evaluate((link) => ({
        width: link.clientWidth,
        isCut: link.scrollWidth > link.clientWidth,
      }))
      expect(width > 100 || !isCut, `${width} px wide, cut: ${isCut}`).toBe(true)
    })
  })
}

test('the palette is no wider than a phone', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(page.getByRole('table', { name: 'Instances' }).getByRole('link').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog')
  await expect(palette).toBeVisible()
  expect((await palette.boundingBox())?.width).toBeLessThanOrEqual(390)
})

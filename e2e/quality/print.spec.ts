import { expect, signIn, test } from '../support/fixtures.ts'

test.use({ colorScheme: 'dark' })

test('on paper Costs is all there, and so is a long fleet', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/costs')
  await test.step('Costs on paper: no frame around it, black on white, and the tables whole', async () => {
    const table = page.getByRole('table').first()
    await expect(table).toBeVisible()
    // An A4 page, less its margins.
    await page.setViewportSize({ width: 672, height: 1001 })
    await page.emulateMedia({ media: 'print' })

    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden()
    expect(await page.locator('button:not(th button):visible').count()).toBe(0)
    expect(await page.locator('input:visible, select:visible, summary:visible').count()).toBe(0)
    // What is left is the data: the tiles with their names, and every line of the table.
    const now = page.getByRole('region', { name: 'Now', exact: true })
    await expect(now.getByText('protein-folding')).toBeVisible()
    await expect(now.getByText('tick to see')).toBeHidden()
    await expect(page.getByRole('row', { name: /\bab .*\$0\.001/ })).toBeVisible()
    const paper = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
      const brightness = (colour: string) => {
        if (paint === null) return Number.NaN
        paint.fillStyle = colour
        paint.fillRect(0, 0, 1, 1)
        const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data
        return (red + green + blue) / 3
      }
      return { ground: brightness(backgroundColor), ink: brightness(color) }
    })
    expect(paper.ground).toBe(255)
    expect(paper.ink).toBeLessThan(40)

    for (const each of await page.getByRole('table').all()) {
      const box = await each.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(672)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(672)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('a fleet of 300 is printed whole, though the screen has only the rows in sight', async () => {
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1440, height: 900 })
    await sandbox.plant(
      Array.from({ length: 300 }, (_, index) => ({ name: `box-${index}`, state: 'running' })),
    )
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    const names = page.getByRole('table', { name: 'Instances' }).getByRole('link', { name: /^box-\d+$/ })
    await expect(names.first()).toBeVisible()
    expect(await names.count()).toBeLessThan(100)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await expect(names).toHaveCount(300)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect.poll(() => names.count()).toBeLessThan(100)
  })
})

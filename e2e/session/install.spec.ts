import { expect, test } from '../support/fixtures.ts'

test('the page can be installed as an app, with every icon that it names and a frame of its colour', async ({
  page,
  request,
}) => {
  await page.goto('/sign-in')
  await test.step('it can be installed as an app: the browser has nothing to object to', async () => {
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    const devtools = await page.context().newCDPSession(page)
    const { errors, manifest } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(manifest.name).toBe('Hatteras for Carolina Cloud')
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    // A private window, which every test runs in, installs nothing; that is no fault of the page.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    )
  })

  await test.step('every icon it names is there, in its size', async () => {
    const icons = await page.evaluate(async () => {
      const links = [
        ...document.querySelectorAll<HTMLLinkElement>('link[rel=icon], link[rel=apple-touch-icon]'),
      ]
      return links.map(({ href }) => href)
    })
    for (const url of [...icons, '/icon-192.png', '/icon-512.png', '/icon-maskable-512.png'])
      expect((await request.get(url)).headers()['content-type'], url).toContain('image/')
    for (const [file, size] of [
      ['/icon-192.png', 192],
      ['/icon-512.png', 512],
      ['/icon-maskable-192.png', 192],
      ['/icon-maskable-512.png', 512],
      ['/apple-touch-icon.png', 180],
    ] as const) {
      const width = await page.evaluate(async (src) => {
        const image = new Image()
        image.src = src
        await image.decode()
        return image.naturalWidth
      }, file)
      expect(width, file).toBe(size)
    }
  })

  for (const [colorScheme, color] of [
    ['light', '#f9fafc'],
    ['dark', '#0d1115'],
  ] as const)
    await test.step(`the browser's own frame takes the colour of the page, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme })
      await page.reload()
      await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', color)
    })
})

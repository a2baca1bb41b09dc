import { expect, signIn, test } from '../support/fixtures.ts'

test.use({ contextOptions: { contrast: 'more', reducedMotion: 'reduce' } })

test('with more contrast a refused button, the current page and the marked command are told by more than a shade', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCSS('border-top-style', 'solid')
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toHaveCSS(
    'border-top-style',
    'dashed',
  )
  const nav = page.getByRole('navigation', { name: 'Main' })
  await nav.getByRole('link', { name: 'Costs' }).click()
  await page.getByRole('heading', { level: 1, name: 'Costs' }).focus()
  await expect(nav.getByRole('link', { name: 'Costs' })).toHaveCSS('outline-style', 'solid')
  await expect(nav.getByRole('link', { name: 'Activity' })).toHaveCSS('outline-style', 'none')
  await page.getByRole('button', { name: /^Search or run/ }).click()
  const options = page.getByRole('dialog').getByRole('option')
  await expect(options.first()).toHaveCSS('outline-style', 'solid')
  await expect(options.last()).toHaveCSS('outline-style', 'none')
})

import { rememberIdle } from '../support/database.ts'
import { expect, expectAccessible, region, signIn, test } from '../support/fixtures.ts'

test('what runs but idles is told with what it costs, and leads to where it can be stopped', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/costs')
  await rememberIdle(page, { minutes: 40, step: 2 })
  await page.reload()

  await expect(region(page, 'Now')).toContainText('idle $1.250')
  await expect(region(page, 'Now').getByRole('listitem').filter({ hasText: 'llama-tune' })).toContainText(
    /RTX\s5090 · idle \d+\smin/,
  )
  const finding = region(page, 'Findings').getByRole('listitem').first()
  await expect(finding).toContainText(/llama-tune\s*idle \d+\smin/)
  await expect(finding).toContainText('≈ $840 / month')
  await expectAccessible(page)
  await finding.getByRole('link', { name: 'Open llama-tune' }).click()
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible()
})

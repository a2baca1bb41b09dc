import { expect, expectAccessible, region, rowOf, signIn, test } from '../support/fixtures.ts'
import { lineOf } from './support.ts'

test('by tag, an instance counts under each of its tags, and the page says so', async ({ page, sandbox }) => {
  const goTo = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
  const byTag = region(page, 'Breakdown').getByRole('radio', { name: 'Tag' })
  const tag = async (name: string, tags: readonly string[]) => {
    await goTo('Instances')
    await rowOf(page, name).getByRole('link', { name, exact: true }).click()
    for (const each of tags) {
      await page.getByLabel('Add tag').fill(each)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('main').getByText(each, { exact: true }).first()).toBeVisible()
    }
  }
  await signIn(page, sandbox.key)
  await tag('rna-atlas', ['paper'])
  await goTo('Costs')
  await byTag.check()
  await expect(page.getByRole('table', { name: 'Cost by tag' })).toBeVisible()
  await expect(lineOf(page, 'paper')).toContainText('$0.610')
  await expect(page.getByRole('button', { name: 'How tags are counted' })).toHaveCount(0)

  await tag('rna-atlas', ['thesis'])
  await tag('vision-bench', ['thesis'])
  await goTo('Costs')
  await byTag.check()
  await expect(lineOf(page, 'thesis')).toContainText('$1.400')
  await expect(lineOf(page, 'paper')).toContainText('$0.610')
  await expect(lineOf(page, 'Total')).toContainText('$9.379')
  await page.getByRole('button', { name: 'How tags are counted' }).click()
  await expect(page.getByRole('dialog', { name: 'How tags are counted' })).toContainText(
    'counted under each of them',
  )
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await lineOf(page, 'thesis').getByRole('link').click()
  await expect(page).toHaveURL('/instances?tag=thesis')
})

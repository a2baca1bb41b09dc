import { expect, expectAccessible, region, signIn, test } from '../support/fixtures.ts'
import { dialog } from '../instance/support.ts'
import { lineOf, tileBoxes } from './support.ts'

test('the month and what it may come to; what is ticked is counted as stopped or started, and can be stopped in truth', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/costs')
  const answer = page.getByRole('status', { name: 'What if' })
  const outlook = region(page, 'A month')

  await test.step('the month is one sentence with its range, and how much of it was seen', async () => {
    const month = region(page, 'This month')
    await expect(month).toContainText(/^Since \w+ 1 from ≈\s\$[\d,.]+, at least \$[\d,.]+\./)
    await expect(month).toContainText(/Estimate\. This browser saw <?\s?\d+\s% of the month\./)
    await month.getByRole('button', { name: 'How it is known' }).click()
    const explained = page.getByRole('dialog', { name: 'How it is known' })
    await expect(explained).toContainText('everything was the same before and after')
    await expect(page.getByRole('main')).not.toContainText(/spent|billed|invoice/i)
    await page.keyboard.press('Escape')
    await expect(explained).toBeHidden()
  })

  await test.step('a pattern is not made up of what was not seen', async () => {
    await expect(outlook).toContainText('As in the last 7 daysnot known yet')
    await outlook.getByRole('button', { name: 'What each line assumes' }).click()
    const explained = page.getByRole('dialog', { name: 'What each line assumes' })
    await expect(explained).toContainText('Too little of the last seven days was seen')
    await page.keyboard.press('Escape')
    await expect(explained).toBeHidden()
  })

  await test.step('ticking tiles tells what stopping and starting them would change, and does nothing to them', async () => {
    await expect(answer).toHaveText('Without the ticked')
    await expect(outlook).toContainText('None ticked')
    const tiles = await tileBoxes(page)
    const height = (await outlook.boundingBox())?.height

    await page.getByRole('checkbox', { name: 'What if rna-atlas were stopped' }).check()
    // 0.61 less 500 GiB of disk at 0.0001, for 730 hours.
    await expect(answer).toHaveText('Without the 1 ticked −$409 a month')
    await expect(outlook).toContainText('Without the 1 ticked −$409 a month≈ $6,438')
    const tile = region(page, 'Now').getByRole('listitem').filter({ hasText: 'rna-atlas' })
    await expect(tile).toContainText('$0.610 $0.050')

    // By keyboard too.
    const other = page.getByRole('checkbox', { name: 'What if dev-server were started' })
    await other.focus()
    await page.keyboard.press('Space')
    await expect(other).toBeChecked()
    // 321.20 less, of which the figures as they are rounded tell 322.
    await expect(answer).toHaveText('1 stopped, 1 started −$322 a month')
    await expect(outlook).toContainText('−$322 a month≈ $6,525')
    await expect(outlook).toContainText('2 ticked')
    await expect(page).toHaveURL(/whatif=rna-atlas,dev-server/)
    // Nothing has moved.
    expect(await tileBoxes(page)).toEqual(tiles)
    expect((await outlook.boundingBox())?.height).toBe(height)

    await page.reload()
    await expect(answer).toContainText('1 stopped, 1 started')
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(answer).toHaveText('Without the ticked')
    const asked = await sandbox.requests()
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  const box = lineOf(page, 'rna-atlas').getByRole('checkbox', { name: 'Count rna-atlas as stopped' })
  await test.step('the table has the same boxes', async () => {
    const tile = page.getByRole('checkbox', { name: 'What if rna-atlas were stopped' })
    await box.check()
    await expect(tile).toBeChecked()
    await expect(answer).toContainText('−$409')
    await box.uncheck()
    await expect(tile).not.toBeChecked()
  })

  await test.step('what is ticked can be stopped in truth, and is not ticked any more once it is', async () => {
    await box.check()
    await page.getByRole('button', { name: 'Stop 1…' }).click()
    await dialog(page, 'Stop instances')
      .or(page.getByRole('alertdialog', { name: 'Stop instances' }))
      .getByRole('button', { name: 'Stop 1 instance' })
      .click()
    await expect
      .poll(async () => (await sandbox.requests()).filter(({ method }) => method === 'POST').length)
      .toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await sandbox.advance(10)
    await expect(page.getByRole('checkbox', { name: 'What if rna-atlas were started' })).not.toBeChecked()
    await expect(answer).toHaveText('Without the ticked')
    await expect(page).toHaveURL('/costs')
  })
})

test('a budget is set beside the month, warns there and on the fleet, stays after a reload, and can be removed', async ({
  page,
  sandbox,
}) => {
  const at = '2026-10-11T12:00:00Z'
  await page.clock.install({ time: new Date(at) })
  await sandbox.stopClock(at)
  await sandbox.seed('lab')
  await signIn(page, sandbox.key, '/costs')
  const outlook = region(page, 'A month')
  const month = region(page, 'This month')
  const place = await region(page, 'Breakdown').boundingBox()
  await outlook.getByRole('button', { name: 'Set a budget' }).click()
  const budget = page.getByRole('dialog', { name: 'Budget' })
  const field = budget.getByRole('spinbutton', { name: 'Budget per month' })
  await expect(field).toBeFocused()
  // It opens over the page, and moves nothing.
  expect(await region(page, 'Breakdown').boundingBox()).toEqual(place)
  await field.fill('many')
  await budget.getByRole('button', { name: 'Save budget' }).click()
  await expect(field).toHaveAccessibleDescription(/Type dollars as a plain number/)
  await field.fill('1')
  await field.press('Enter')
  await expect(budget).toHaveCount(0)
  const change = outlook.getByRole('button', { name: /^Budget \$/ })
  await expect(change).toHaveText('Budget $1')
  await expect(month).toContainText('Over the budget of $1')
  await expectAccessible(page)

  await test.step('a month over its budget asks for attention, and leads to Costs', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    const attention = region(page, 'Attention')
    await expect(attention).toContainText('This month is over its budget.')
    await attention.getByRole('link', { name: 'Review budget' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Costs' })).toBeVisible()
  })

  await page.reload()
  await expect(month).toContainText('Over the budget of $1')
  await change.click()
  await expect(budget).toContainText('This month is over its budget of $1')
  await field.fill('1000000')
  await field.press('Enter')
  await expect(month).toContainText('budget $1,000,000')
  await expect(month).not.toContainText('Over the budget')
  await change.click()
  await expect(budget).toContainText('This month is within its budget of $1,000,000')
  await budget.getByRole('button', { name: 'Remove' }).click()
  await expect(outlook.getByRole('button', { name: 'Set a budget' })).toBeVisible()
})

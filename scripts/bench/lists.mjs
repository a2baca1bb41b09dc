// How long 10,000 instances keep the main thread of a slow machine busy while one types, sorts, filters, groups and turns the wheel.
import { openRound, settle, settleStore } from './slow-page.mjs'

const measure = async (browser, target, showsFunctions) => {
  const round = { key: 'sandbox-huge-bench', path: '/instances', showsFunctions }
  const { page, figures, slowDown, step, close } = await openRound(browser, target, round)
  await page.getByRole('table', { name: 'Instances' }).getByRole('link').nth(20).waitFor()
  await settleStore(page)
  await slowDown()
  // A poll in between would be measured along.
  await page.route('**/api/instance/**', () => undefined)
  await settle(page)

  // What is looked for within a step would be measured along.
  const press = (key) => async () => {
    await page.keyboard.press(key)
    await settle(page)
  }
  const click = async (name, locator) => {
    const { x, y, width, height } = await locator.boundingBox()
    await step(name, async () => {
      await page.mouse.click(x + width / 2, y + height / 2)
      await settle(page)
    })
  }
  await page.getByRole('searchbox', { name: 'Search instances' }).focus()
  const letters = ['o', 'c', 'e', 'a', 'n']
  for (const [index, letter] of letters.entries()) await step(`letter ${index + 1}`, press(letter))
  for (let left = letters.length - 1; left > 0; left -= 1) await step(`back to ${left}`, press('Backspace'))
  await step('the last taken back', press('Backspace'))

  for (const head of ['Cost / h', 'Name', 'Age'])
    await click(`by ${head}`, page.getByRole('columnheader', { name: head }).getByRole('button'))
  const views = page.getByRole('navigation', { name: 'Views' })
  for (const name of ['Running', 'All']) await click(`view ${name}`, views.getByRole('link', { name }))
  await page.getByLabel('Group by').focus()
  await step('by owner', press('End'))
  await step('ungrouped', press('Home'))
  await page.mouse.move(700, 600)
  await step('20 wheel turns', async () => {
    for (let index = 0; index < 20; index += 1) {
      await page.mouse.wheel(0, 800)
      await page.waitForTimeout(50)
    }
    await settle(page)
  })
  await close()
  return figures
}

/** Opens the measurement of one target: returns a function that makes one round of it. */
export const openLists = (browser, target, showsFunctions) => () => measure(browser, target, showsFunctions)

// node scripts/bench/long-lists.mjs [origin] [--functions]: how long 10,000 instances keep the main thread of a slow machine busy while one
// types, sorts, groups and turns the wheel.
import {
  functionsDuring,
  openApp,
  openSlowPage,
  printFunctions,
  settle,
  slowdown,
  taskText,
  tasksDuring,
} from './slow-page.mjs'

const given = process.argv.slice(2)
const showsFunctions = given.includes('--functions')
const app = await openApp(given.find((text) => text.startsWith('http')))
const slow = await openSlowPage(app.origin, 'sandbox-huge-bench', '/instances')
const { page } = slow

const measure = async (what, run) => {
  console.log(`${what}: ${taskText(await tasksDuring(slow, run))}`)
}
const inspect = async (run) => {
  if (showsFunctions) printFunctions(await functionsDuring(slow, run))
}

try {
  const search = page.getByRole('searchbox', { name: 'Search instances' })
  const table = page.getByRole('table', { name: 'Instances' })
  await table.getByRole('link').first().waitFor()
  await settle(page)
  // A poll in between would be measured along.
  await page.route('**/api/instance/**', () => undefined)
  await settle(page)
  console.log(`At ${slowdown} times the time:`)

  for (const [index, letter] of ['r', 'n', 'a', '-', '0'].entries()) {
    const type = async () => {
      await search.press(letter)
      await settle(page)
    }
    if (index === 0) await search.focus()
    await measure(`letter ${index + 1} of a search`, type)
  }
  const erase = async () => {
    await search.press('Backspace')
    await settle(page)
  }
  for (let index = 0; index < 4; index += 1) await measure('a letter taken back', erase)
  await inspect(erase)
  await search.fill('')
  await settle(page)
  await inspect(async () => {
    await search.focus()
    await search.press('a')
    await settle(page)
    await search.press('Backspace')
    await settle(page)
  })

  for (const head of ['Cost / h', 'Name', 'Age']) {
    const sort = async () => {
      await page.getByRole('columnheader', { name: head }).getByRole('button').click()
      await settle(page)
    }
    await measure(`sorted by ${head}`, sort)
    await inspect(sort)
  }
  for (const by of ['owner', 'none']) {
    const group = async () => {
      await page.getByLabel('Group by').selectOption(by)
      await settle(page)
    }
    await measure(`grouped by ${by}`, group)
  }
  await inspect(async () => {
    await page.getByLabel('Group by').selectOption('owner')
    await settle(page)
  })
  await page.getByLabel('Group by').selectOption('none')
  await settle(page)

  await page.mouse.move(700, 600)
  const turn = async () => {
    for (let index = 0; index < 20; index += 1) {
      await page.mouse.wheel(0, 800)
      await page.waitForTimeout(50)
    }
    await settle(page)
  }
  await measure('20 turns of the wheel', turn)
  await inspect(turn)
} finally {
  await slow.stop()
  app.stop()
}

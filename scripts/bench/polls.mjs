// node scripts/bench/polls.mjs [origin] [--functions]: how long a poll of 10,000 instances keeps the main thread of a slow machine busy, on
// the pages that show them all.
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
const app = await openApp(given.find((text) => text.startsWith('http')))
const key = `sandbox-huge-polls-${Date.now()}`

/** Makes the page read the list now, and waits until nothing is left to do. */
const poll = async (page) => {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/instance/')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await answered
  await settle(page)
}

const names = async () => {
  const response = await fetch(`${app.origin}/api/instance/`, { headers: { Authorization: `Bearer ${key}` } })
  return (await response.json()).filter(({ state }) => state === 'running').map(({ name }) => name)
}
const stop = (name) =>
  fetch(`${app.origin}/api/instance/${name}/stop/`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
  })

try {
  const running = await names()
  console.log(`At ${slowdown} times the time:`)
  for (const path of ['/instances', '/costs']) {
    const slow = await openSlowPage(app.origin, key, path)
    const { page } = slow
    await page.getByRole('table').getByRole('row').nth(5).waitFor()
    // What is stored of so many is written once, when they are first seen.
    await page.waitForTimeout(10_000)
    await settle(page)
    await poll(page)
    const twice = async () => {
      await page.waitForTimeout(2500)
      await poll(page)
    }
    console.log(`${path}, nothing changed: ${taskText(await tasksDuring(slow, twice))}`)
    const change = async () => {
      await stop(running.pop())
      await twice()
    }
    console.log(`${path}, one changed: ${taskText(await tasksDuring(slow, change))}`)
    if (given.includes('--functions')) printFunctions(await functionsDuring(slow, change))
    await slow.stop()
  }
} finally {
  app.stop()
}

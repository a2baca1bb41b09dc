// How long a poll of 10,000 instances keeps the main thread of a slow machine busy, on the pages that show them all.
import { openRound, settle, settleStore } from './slow-page.mjs'

/** Makes the page read the list once what it has is no longer fresh, and waits until nothing is left to do. */
const poll = async (page) => {
  await page.waitForTimeout(2500)
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/instance/')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await (await answered).finished()
  await settle(page)
}

/** Stops one of the instances that run, by the page's own address: its certificate is known there. */
const stopOne = (page, key) =>
  page.evaluate(async (secret) => {
    const headers = { Authorization: `Bearer ${secret}` }
    const all = await (await fetch('/api/instance/', { headers })).json()
    const { name } = all.find(({ state, resource_type: type }) => state === 'running' && type === 'vm')
    const { ok, status } = await fetch(`/api/instance/${name}/stop/`, { method: 'POST', headers })
    if (!ok) throw new Error(`The sandbox refused to stop ${name}: ${status}.`)
  }, key)

const measure = async (browser, target, showsFunctions) => {
  const figures = {}
  for (const path of ['/instances', '/costs']) {
    const round = { key: 'sandbox-huge-polls', path, showsFunctions }
    const { page, slowDown, step, close, ...opened } = await openRound(browser, target, round)
    await page.getByRole('table').getByRole('row').nth(5).waitFor()
    await settleStore(page)
    await slowDown()
    await poll(page)
    await step(`${path}, unchanged`, () => poll(page))
    await stopOne(page, round.key)
    await settle(page)
    await step(`${path}, one changed`, () => poll(page))
    Object.assign(figures, opened.figures)
    await close()
  }
  return figures
}

/** Opens the measurement of one target: returns a function that makes one round of it. */
export const openPolls = (browser, target, showsFunctions) => () => measure(browser, target, showsFunctions)

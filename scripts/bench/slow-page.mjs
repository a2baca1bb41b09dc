// What the measurements share: a page of the app on a slow machine, and how long its main thread was kept busy at once.
import { createHash } from 'node:crypto'

import { chromium } from 'playwright'

import { ensureBrowser } from '../browser.mjs'
import { serveApp } from '../serve.mjs'

/** How many times slower than this machine the page's is. */
export const slowdown = 4

/** A task longer than this is felt: milliseconds. */
export const longTask = 50

/**
 * The origin to measure, and how to end it: the one given (an app with the sandbox behind it), or the app as it is built here. Two of
 * them are compared in one run, since times of different runs do not compare.
 */
export const openApp = async (given) =>
  given === undefined ? serveApp() : { origin: new URL(given).origin, stop: () => undefined }

/** Opens a page that is signed in with a key of the sandbox, and slow. `stop` closes its browser. */
export const openSlowPage = async (origin, key, path, { width = 1440, height = 900 } = {}) => {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
  const id = `c-${createHash('sha256').update(`hatteras ${key}`).digest('hex').slice(0, 24)}`
  await page.addInitScript(
    ({ account, current }) => {
      sessionStorage.setItem('hatteras:connections', account)
      sessionStorage.setItem('hatteras:current', current)
    },
    {
      account: JSON.stringify([{ id, name: 'My account', key, service: 'sandbox', since: 0 }]),
      current: JSON.stringify(id),
    },
  )
  await page.goto(`${origin}${path}`)
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, devtools, stop: () => browser.close() }
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline']

/**
 * The tasks of the page's main thread while `run` runs, longest first, in milliseconds of its own processor time: what else the machine
 * does meanwhile does not count.
 */
export const tasksDuring = async ({ devtools }, run) => {
  const events = []
  const onData = ({ value }) => events.push(...value)
  devtools.on('Tracing.dataCollected', onData)
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
  })
  await run()
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await complete
  devtools.off('Tracing.dataCollected', onData)
  const main = events.find(({ name }) => name === 'FunctionCall' || name === 'EvaluateScript')
  return events
    .filter(({ name, tid, pid }) => name === 'RunTask' && tid === main?.tid && pid === main?.pid)
    .map(({ tdur = 0 }) => tdur / 1000)
    .toSorted((a, b) => b - a)
}

/** The functions that took longest while `run` ran, with the milliseconds that each took by itself. */
export const functionsDuring = async ({ devtools }, run, most = 15) => {
  await devtools.send('Profiler.enable')
  await devtools.send('Profiler.setSamplingInterval', { interval: 500 })
  await devtools.send('Profiler.start')
  await run()
  const { profile } = await devtools.send('Profiler.stop')
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const times = new Map()
  for (const [index, id] of profile.samples.entries()) {
    const { functionName, url, lineNumber } = names.get(id)
    if (functionName === '(idle)' || functionName === '(program)') continue
    const name = `${functionName || 'anonymous'} ${url.split('/').at(-1)}:${lineNumber + 1}`
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1000)
  }
  return [...times].toSorted(([, a], [, b]) => b - a).slice(0, most)
}

export const printFunctions = (functions) => {
  for (const [name, ms] of functions) console.log(`    ${ms.toFixed(0).padStart(5)} ms ${name}`)
}

/** Waits until the page has had nothing left to do for a while. */
export const settle = (page) =>
  page.evaluate(async () => {
    for (let quiet = 0; quiet < 3; quiet += 1)
      await new Promise((resolve) => {
        requestIdleCallback(() => setTimeout(resolve, 60), { timeout: 5000 })
      })
  })

/** "worst 83 ms, 2 over 50 ms, 190 ms in all". */
export const taskText = (tasks) =>
  `worst ${Math.round(tasks[0] ?? 0)} ms, ${tasks.filter((ms) => ms > longTask).length} over ${longTask} ms, ` +
  `${Math.round(tasks.reduce((sum, ms) => sum + ms, 0))} ms in all`

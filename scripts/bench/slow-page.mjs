// What measurements of a page at work share: the page on a slow machine, and how long its main thread is kept busy at once.
import { createHash } from 'node:crypto'

/** How many times slower than this machine the page's is. */
const slowdown = 4

/** A task longer than this is felt: milliseconds. */
const longTask = 50

/** Opens a page that is signed in with a key of the sandbox. */
const openPage = async (browser, origin, key, path) => {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
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
  const devtools = await context.newCDPSession(page)
  return { page, devtools, close: () => context.close() }
}

/** Waits until the page has had nothing left to do for a while. */
export const settle = (page) =>
  page.evaluate(async () => {
    for (let quiet = 0; quiet < 3; quiet += 1)
      await new Promise((resolve) => {
        requestIdleCallback(() => setTimeout(resolve, 60), { timeout: 5000 })
      })
  })

/** Waits until the page has stored what it does not know yet, which it does once of each instance. */
export const settleStore = async (page) => {
  const stored = () =>
    page.evaluate(async () => {
      const done = (request) =>
        new Promise((resolve) => {
          request.addEventListener('success', () => resolve(request.result))
        })
      const db = await done(indexedDB.open('hatteras'))
      const parts = db.transaction(['names', 'ledger'])
      const counts = await Promise.all(
        ['names', 'ledger'].map((name) => done(parts.objectStore(name).count())),
      )
      db.close()
      return counts
    })
  let before = []
  for (;;) {
    const now = await stored()
    if (now.every((count, index) => count > 0 && count === before[index])) break
    before = now
    await page.waitForTimeout(4000)
  }
  await settle(page)
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline']

const traceDuring = async (devtools, run) => {
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
  return events.filter(({ tid, pid }) => tid === main?.tid && pid === main?.pid)
}

/** The tasks of a main thread, longest first, by its own processor time: what else the machine does meanwhile does not count. */
const tasksIn = (events) =>
  events
    .filter(({ name, tdur }) => name === 'RunTask' && tdur !== undefined)
    .toSorted((a, b) => b.tdur - a.tdur)

const figuresOf = (tasks) => {
  const times = tasks.map(({ tdur }) => tdur / 1000)
  return {
    'worst task': times[0] ?? 0,
    [`tasks over ${longTask} ms`]: times.filter((ms) => ms > longTask).length,
    'all tasks': times.reduce((sum, ms) => sum + ms, 0),
  }
}

const printTimes = (times, most) => {
  const longest = [...times].toSorted(([, a], [, b]) => b - a).slice(0, most)
  for (const [name, ms] of longest) if (ms >= 1) console.log(`    ${ms.toFixed(0).padStart(5)} ms ${name}`)
}

/** What a task did: each kind of work by its own time, without that of what it called. */
const printWork = (events, task) => {
  const inside = events
    .filter(
      ({ ts, tts, tdur }) =>
        tts !== undefined && tdur !== undefined && ts >= task.ts && ts < task.ts + task.dur,
    )
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
  const times = new Map()
  const add = (name, ms) => times.set(name, (times.get(name) ?? 0) + ms)
  const open = []
  for (const event of inside) {
    while (open.length > 0 && open.at(-1).ts + open.at(-1).dur <= event.ts) open.pop()
    const outer = open.at(-1)
    if (outer !== undefined) add(outer.name, -event.tdur / 1000)
    add(event.name, event.tdur / 1000)
    open.push(event)
  }
  console.log(`  the worst task, ${(task.tdur / 1000).toFixed(0)} ms:`)
  printTimes(times, 6)
}

/** The functions that took longest, by the time that each took itself. */
const printFunctions = ({ nodes, samples, timeDeltas }) => {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const times = new Map()
  for (const [index, id] of samples.entries()) {
    const { functionName, url, lineNumber, columnNumber } = frames.get(id)
    if (functionName === '(idle)' || functionName === '(program)') continue
    const place = url === '' ? '' : ` ${url.split('/').at(-1)}:${lineNumber + 1}:${columnNumber + 1}`
    const name = `${functionName || 'anonymous'}${place}`
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000)
  }
  console.log('  functions:')
  printTimes(times, 15)
}

/**
 * Opens a page for one round of a measurement: `slowDown` makes it slow once it is ready for that, `step` measures what `run` does under
 * its name, and `figures` has them all. With `showsFunctions` each step prints what took its time as well; it then takes longer.
 */
export const openRound = async (browser, { origin }, { key, path, showsFunctions }) => {
  const { page, devtools, close } = await openPage(browser, origin, key, path)
  const figures = {}
  const step = async (name, run) => {
    // Outside of what is traced: to begin and to end a profile are tasks of the page as well.
    if (showsFunctions) {
      await devtools.send('Profiler.enable')
      await devtools.send('Profiler.setSamplingInterval', { interval: 500 })
      await devtools.send('Profiler.start')
    }
    const events = await traceDuring(devtools, run)
    const profile = showsFunctions ? (await devtools.send('Profiler.stop')).profile : null
    const tasks = tasksIn(events)
    figures[name] = figuresOf(tasks)
    if (profile === null) return
    console.log(name)
    if (tasks[0] !== undefined) printWork(events, tasks[0])
    printFunctions(profile)
  }
  const slowDown = () => devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, figures, slowDown, step, close }
}

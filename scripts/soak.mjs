// npm run soak: looks at the fleet and at the page of an instance for 30 minutes of the page's clock, and fails where memory or the
// document grows on and on. Not part of npm test: it takes some minutes, and says nothing that a smaller change could not wait for.
import { requireNode } from './node-version.mjs'

requireNode()
const { ensureBrowser } = await import('./browser.mjs')
const { buildIfNeeded } = await import('./build-if-needed.mjs')
const { installIfNeeded } = await import('./install.mjs')
const { serveApp } = await import('./serve.mjs')

const pages = [
  { path: '/instances', ready: 'main tr[data-uuid]' },
  { path: '/instances/rna-atlas?window=1h', ready: 'main svg.recharts-surface' },
]
const key = 'sandbox-lab-soak'
/** Minutes of the page's clock at which is measured. */
const looks = [5, 15, 30]
/** Seconds that pass at once: usage is read every three. */
const step = 3
/**
 * How much more there may be after the last look than at the first. Readings of an hour are kept for the charts, some hundred bytes each,
 * and the heap is never twice the same; a row or a chart that is drawn and never let go of is far more.
 */
const allowed = { megabytes: 2, nodes: 200 }

await installIfNeeded()
const { chromium } = await import('playwright')
const executablePath = await ensureBrowser()
if (executablePath === undefined) process.exit(1)
await buildIfNeeded()

/** Waits until nothing that the page has asked for is still on its way. */
const quiet = (page) => {
  const open = new Set()
  page.on('request', (request) => open.add(request))
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request))
  return async () => {
    do await new Promise((resolve) => setTimeout(resolve, 10))
    while (open.size > 0)
  }
}

const measure = async (devtools) => {
  for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const valueOf = (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0
  return { megabytes: usedSize / 1e6, nodes: valueOf('Nodes'), listeners: valueOf('JSEventListeners') }
}

/** The sandbox has a clock of its own, which goes along. */
const advance = (context, origin) =>
  context.request.post(`${origin}/__sandbox/advance`, {
    headers: { Authorization: `Bearer ${key}` },
    data: { seconds: step },
  })

const soak = async (browser, origin, { path, ready }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const settled = quiet(page)
  await page.clock.install()
  await page.goto(`${origin}/sign-in?to=${encodeURIComponent(path)}`)
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator(ready).first().waitFor()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  await page.clock.pauseAt(Date.now() + 5000)
  const found = []
  for (let second = step; found.length < looks.length; second += step) {
    await advance(context, origin)
    await page.clock.runFor(step * 1000)
    await settled()
    if (second >= looks[found.length] * 60) found.push(await measure(devtools))
  }
  await context.close()
  return found
}

const { origin, stop } = await serveApp()
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
let hasGrown = false
try {
  for (const page of pages) {
    const found = await soak(browser, origin, page)
    console.log(`\n${page.path}`)
    console.table(
      found.map(({ megabytes, nodes, listeners }, index) => ({
        minutes: looks[index],
        'heap, MB': Number(megabytes.toFixed(1)),
        nodes,
        listeners,
      })),
    )
    const [first, last] = [found[0], found.at(-1)]
    for (const what of ['megabytes', 'nodes']) {
      const more = last[what] - first[what]
      if (more <= allowed[what]) continue
      hasGrown = true
      console.error(
        `${page.path} has ${more.toFixed(1)} ${what} more than at first; ${allowed[what]} are allowed.`,
      )
    }
  }
} finally {
  await browser.close()
  stop()
}
process.exit(hasGrown ? 1 : 0)

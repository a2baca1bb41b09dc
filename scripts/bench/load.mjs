// How long the fleet takes to show its first row in a browser that has none of its files, and what it asks for until then.

/** A slow line and a slow machine. Bytes per second, ms. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const slowProcessor = 4

/** `known`: this browser has shown the fleet before; `first`: it has only the key. */
const loads = [
  { name: 'slow, known fleet', isSlow: true, isKnown: true },
  { name: 'slow, only the key', isSlow: true, isKnown: false },
  { name: 'plain, known fleet', isSlow: false, isKnown: true },
  { name: 'plain, only the key', isSlow: false, isKnown: false },
]

/** Notes, within the page, when what appears. A row is live when nothing around it says that it is not. */
const watch = () => {
  const seen = { row: null, liveRow: null, blocking: 0, shift: 0 }
  globalThis.benchSeen = seen
  const observe = (type, note) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry)
    }).observe({ type, buffered: true })
  observe('longtask', ({ duration }) => {
    seen.blocking += duration - 50
  })
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value
  })
  const look = () => {
    for (const row of document.querySelectorAll('tbody tr')) {
      if (row.querySelector('a') === null || !row.checkVisibility()) continue
      seen.row ??= performance.now()
      if (row.closest('[inert], [aria-hidden="true"], [aria-busy="true"]') !== null) continue
      seen.liveRow = performance.now()
      return
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** What the page noted, and what it asked for until the first live row. */
const collect = () => {
  const { row, liveRow, blocking, shift } = globalThis.benchSeen
  const paint = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null
  const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < liveRow)
  const arrived = asked.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= liveRow)
  const scripts = arrived.filter(({ name }) => new URL(name).pathname.endsWith('.js'))
  return {
    'first paint': paint('first-paint'),
    'first contentful paint': paint('first-contentful-paint'),
    'first row': row,
    'first live row': liveRow,
    'blocking time': blocking,
    'layout shift': shift,
    'JavaScript, bytes': scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    'JavaScript, files': scripts.length,
    'requests until then': asked.length + 1,
    'of these to the API': asked.filter(({ name }) => new URL(name).pathname.startsWith('/api/')).length,
  }
}

/** Signs in, as a person does, and returns what the browser then stores. */
const signIn = async (browser, origin) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const page = await context.newPage()
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('API key', { exact: true }).fill('sandbox-lab-bench')
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('table', { name: 'Instances' }).getByRole('link').first().waitFor()
  // What is stored of a page is stored once it is at rest.
  await page.waitForTimeout(3000)
  const { origins } = await context.storageState()
  await context.close()
  return origins[0].localStorage
}

const keys = new Set(['hatteras:connections', 'hatteras:current'])

const measure = async (browser, address, localStorage, { isSlow, isKnown }) => {
  const { origin } = new URL(address)
  const stored = localStorage.filter(({ name }) => isKnown || keys.has(name))
  const storageState = { cookies: [], origins: [{ origin, localStorage: stored }] }
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    storageState,
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  await page.addInitScript(watch)
  const devtools = await context.newCDPSession(page)
  if (isSlow) {
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', slowLine)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor })
  }
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => globalThis.benchSeen?.liveRow !== null, null, { timeout: 60_000 })
  // What comes after the rows may block as well, and is asked for only once they are painted.
  await page.waitForTimeout(4000)
  await page.waitForLoadState('networkidle')
  const figures = await page.evaluate(collect)
  await context.close()
  return figures
}

/** Opens the measurement of one target, of another app where it has a path: returns a function that measures each kind of load once. */
export const openLoad = async (browser, { origin, path }) => {
  const localStorage = path === undefined ? await signIn(browser, origin) : []
  return async () => {
    const figures = {}
    for (const load of loads)
      figures[load.name] = await measure(browser, `${origin}${path ?? '/instances'}`, localStorage, load)
    return figures
  }
}

// npm run screenshots [-- --docs] [-- --out <folder>] [-- <scene>…]: takes every page and main state of the built app, large and
// small, light and dark, from a server of its own with fresh sandbox worlds. With --docs it writes the README's pictures instead.
import { spawn } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { chromium } from 'playwright'

import { ensureBrowser } from './browser.mjs'
import { buildIfNeeded } from './build.mjs'
import { scenes } from './scenes.mjs'

const sizes = { large: { width: 1440, height: 900 }, small: { width: 390, height: 844 } }
const themes = ['light', 'dark']
const everyView = Object.keys(sizes).flatMap((size) => themes.map((theme) => ({ size, theme })))

/** The README's pictures: scene and view. */
const pictures = [
  { scene: 'fleet', view: { size: 'large', theme: 'light' } },
  { scene: 'instance', view: { size: 'large', theme: 'dark' } },
  { scene: 'create', view: { size: 'large', theme: 'light' } },
]

const { values, positionals } = parseArgs({
  options: { docs: { type: 'boolean', default: false }, out: { type: 'string' } },
  allowPositionals: true,
})

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const startServer = async () => {
  const port = await freePort()
  const cache = mkdtempSync(join(tmpdir(), 'hatteras-screenshots-'))
  const env = { ...process.env, PORT: String(port), HATTERAS_CACHE: cache, CCLOUD_API_URL: '' }
  const child = spawn(process.execPath, ['dist-serve/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', () => reject(new Error('The server did not start.')))
  })
  const stop = () => {
    child.once('exit', () => rmSync(cache, { recursive: true, force: true }))
    child.kill()
  }
  return { origin: `http://localhost:${port}`, stop }
}

const secondsAStep = 3

/** Answers a function that waits until every request of the page has its answer. */
const followRequests = (page) => {
  const open = new Set()
  page.on('request', (request) => open.add(request))
  return async () => {
    await page.evaluate(() => 0)
    for (const request of open) {
      const response = await request.response()
      await response?.finished()
      open.delete(request)
    }
  }
}

/** Lets time go by for the page and for its world alike, a reading of usage at a time. */
const passMinutes = async ({ page, origin, key }, minutes) => {
  const answered = followRequests(page)
  for (let passed = 0; passed < minutes * 60; passed += secondsAStep) {
    await page.request.post(`${origin}/__sandbox/advance`, {
      headers: { Authorization: `Bearer ${key}` },
      data: { seconds: secondsAStep },
    })
    await page.clock.runFor(secondsAStep * 1000)
    await answered()
  }
}

/** A page of its own for each scene, signed in to a world that nobody has seen yet. */
const openScene = async (browser, origin, name, { world = 'lab', go, minutes = 0 }) => {
  const context = await browser.newContext({ baseURL: origin, locale: 'en-US', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const key = `sandbox-${world}-${name}`
  const open = async (path) => {
    await page.goto(path)
    if (world === null) return
    await page.getByLabel('API key', { exact: true }).fill(key)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
  }
  if (minutes > 0) await page.clock.install()
  await page.setViewportSize(sizes.large)
  await go({ page, open })
  if (minutes > 0) await passMinutes({ page, origin, key }, minutes)
  // Away from where a button was pressed: nothing is to look hovered.
  await page.mouse.move(0, 0)
  return page
}

const take = async (page, { size, theme }, path) => {
  await page.setViewportSize(sizes[size])
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path, animations: 'disabled' })
  console.log(path)
}

const wanted = values.docs ? pictures.map(({ scene }) => scene) : positionals
const unknown = wanted.filter((name) => !Object.hasOwn(scenes, name))
if (unknown.length > 0) {
  console.error(`There is no scene ${unknown.join(', ')}. There are: ${Object.keys(scenes).join(', ')}.`)
  process.exit(1)
}

const executablePath = await ensureBrowser()
if (executablePath === undefined) process.exit(1)
await buildIfNeeded()
const folder = values.out ?? (values.docs ? 'docs/screenshots' : '.cache/screenshots')
mkdirSync(folder, { recursive: true })
const server = await startServer()
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  for (const [name, scene] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const page = await openScene(browser, server.origin, name, scene)
    const views = values.docs
      ? pictures.filter((picture) => picture.scene === name).map(({ view }) => view)
      : everyView
    for (const view of views) {
      const file = values.docs ? `${name}.png` : `${name}-${view.size}-${view.theme}.png`
      await take(page, view, join(folder, file))
    }
    await page.context().close()
  }
} finally {
  await browser.close()
  server.stop()
}

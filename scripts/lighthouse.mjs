// npm run lighthouse [-- <path>…]: every page of the built app has 100 for accessibility and for best practices, on a desktop and
// on a phone. Fails with the name of each audit that has something to say.
import { requireNode } from './node-version.mjs'

requireNode()
const { ensureBrowser } = await import('./browser.mjs')
const { buildIfNeeded } = await import('./build-if-needed.mjs')
const { installIfNeeded } = await import('./install.mjs')
const { freePort, serveApp } = await import('./serve.mjs')

const signedOut = ['/sign-in']
const signedIn = [
  '/instances',
  '/instances/new',
  '/instances/rna-atlas',
  '/instances/gateway',
  '/webapps',
  '/costs',
  '/activity',
  '/settings',
  '/nowhere',
]
const pages = [...signedOut, ...signedIn]

const wanted = process.argv.slice(2).map((text) => `/${text.replace(/^\/+|\/+$/g, '')}`)
const unknown = wanted.filter((path) => !pages.includes(path))
if (unknown.length > 0) {
  console.error(`There is no page ${unknown.join(', ')} here. These are checked: ${pages.join(', ')}.`)
  process.exit(1)
}
const isWanted = (path) => wanted.length === 0 || wanted.includes(path)

await installIfNeeded()
const { default: lighthouse, desktopConfig } = await import('lighthouse')
const { chromium } = await import('playwright')

const settings = {
  onlyCategories: ['accessibility', 'best-practices'],
  // The session lives in the storage.
  disableStorageReset: true,
  disableFullPageScreenshot: true,
}
const forms = {
  desktop: { ...desktopConfig, settings: { ...desktopConfig.settings, ...settings } },
  phone: { extends: 'lighthouse:default', settings },
}

/** What keeps a page from 100, in Lighthouse's words. */
const failures = (path, { runtimeError, finalDisplayedUrl, categories, audits }) => {
  if (runtimeError !== undefined) return [runtimeError.message]
  const { pathname } = new URL(finalDisplayedUrl)
  if (pathname !== path) return [`Led to ${pathname}.`]
  return Object.values(categories)
    .filter(({ score }) => score !== 1)
    .flatMap(({ title, auditRefs }) =>
      auditRefs
        .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
        .map(({ id }) => `${title}: ${audits[id].title}`),
    )
}

const signIn = async (context, origin) => {
  const page = await context.newPage()
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('API key', { exact: true }).fill('sandbox-lab-lighthouse')
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await page.close()
}

const executablePath = await ensureBrowser()
if (executablePath === undefined) process.exit(1)
await buildIfNeeded()
const { origin, stop } = await serveApp()
const port = await freePort()
const browser = await chromium.launch({
  executablePath,
  args: [`--remote-debugging-port=${port}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})

const check = async (paths) => {
  let failed = 0
  for (const path of paths.filter(isWanted))
    for (const [form, config] of Object.entries(forms)) {
      const { lhr } = await lighthouse(`${origin}${path}`, { port, logLevel: 'error' }, config)
      const found = failures(path, lhr)
      console.log(`${found.length === 0 ? '✓' : '✘'} ${path} (${form})`)
      for (const line of found) console.log(`    ${line}`)
      if (found.length > 0) failed += 1
    }
  return failed
}

let failed
try {
  failed = await check(signedOut)
  const overCdp = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  await signIn(overCdp.contexts()[0], origin)
  failed += await check(signedIn)
} finally {
  await browser.close()
  stop()
}
process.exit(failed > 0 ? 1 : 0)

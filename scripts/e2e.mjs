// Runs the browser tests against the production build; arguments go to Playwright.
import { ensureBrowser } from './browser.mjs'
import { runNode } from './run.mjs'

const browser = await ensureBrowser()
if (browser === undefined) process.exit(1)
const args = ['test', '-c', 'e2e/playwright.config.ts', ...process.argv.slice(2)]
process.exit(
  await runNode('node_modules/@playwright/test/cli.js', args, { env: { HATTERAS_CHROMIUM: browser } }),
)

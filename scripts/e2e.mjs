// Runs the browser tests against the production build; arguments go to Playwright.
import { ensureBrowser } from './browser.mjs'
import { runNode } from './run.mjs'

const browser = await ensureBrowser()
if (browser === undefined) process.exit(1)
const given = process.argv.slice(2)
const config = given.includes('-c') ? [] : ['-c', 'e2e/playwright.config.ts']
process.exit(
  await runNode('node_modules/@playwright/test/cli.js', ['test', ...config, ...given], {
    env: { HATTERAS_CHROMIUM: browser },
  }),
)

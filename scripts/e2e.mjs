// Runs the browser tests against the production build; arguments go to Playwright.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'

import { requireNode } from './node-version.mjs'

requireNode()
const { ensureBrowser } = await import('./browser.mjs')
const { installIfNeeded } = await import('./install.mjs')
const { runNode } = await import('./run.mjs')

/** Letters are drawn by the browser, so the pictures to compare with are those of this platform and version; null elsewhere. */
const baselinesFor = (browser) => {
  if (process.platform !== 'linux') return null
  const [, version] = /(\d+)\./.exec(execFileSync(browser, ['--version'], { encoding: 'utf8' })) ?? []
  return `linux-${version}`
}

await installIfNeeded()
const browser = await ensureBrowser()
if (browser === undefined) process.exit(1)
const given = process.argv.slice(2)
const config = given.includes('-c') ? [] : ['-c', 'e2e/playwright.config.ts']
const baselines = baselinesFor(browser)
const isMaking = given.some((argument) => argument.startsWith('--update-snapshots'))
if (isMaking && baselines !== null) mkdirSync(`e2e/visual/baselines/${baselines}`, { recursive: true })
else if (baselines === null || !existsSync(`e2e/visual/baselines/${baselines}`))
  console.log('No pictures of this browser to compare with: the visual tests are left out.')
process.exit(
  await runNode('node_modules/@playwright/test/cli.js', ['test', ...config, ...given], {
    env: { HATTERAS_CHROMIUM: browser, HATTERAS_BASELINES: baselines ?? '' },
  }),
)

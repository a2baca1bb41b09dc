// Runs the journeys in Firefox and WebKit against the production build. What a machine does not have is left out, and said; arguments
// go to Playwright.
import { userInfo } from 'node:os'
import { resolve } from 'node:path'

import { requireNode } from './node-version.mjs'

requireNode()
const { buildIfNeeded } = await import('./build-if-needed.mjs')
const { ensureEngines } = await import('./engines.mjs')
const { installIfNeeded } = await import('./install.mjs')
const { runNode } = await import('./run.mjs')

process.chdir(resolve(import.meta.dirname, '..'))
await installIfNeeded()
await buildIfNeeded()
const { firefox, webkit, leftOut } = await ensureEngines()
for (const line of leftOut) console.log(line)
if (firefox === null && webkit === null) process.exit(0)
process.exit(
  await runNode(
    'node_modules/@playwright/test/cli.js',
    ['test', '-c', 'e2e/playwright.config.ts', ...process.argv.slice(2)],
    {
      env: {
        HATTERAS_ENGINES: JSON.stringify({ firefox, webkit: webkit?.kind ?? null }),
        HATTERAS_WEBKIT: JSON.stringify(webkit?.programs ?? null),
        // Firefox refuses a home folder of somebody else's, as root has it under sudo.
        ...(process.getuid?.() === 0 ? { HOME: userInfo().homedir } : {}),
      },
    },
  ),
)

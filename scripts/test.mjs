// npm test: installs what is missing, runs every check and test, and closes with one line that counts them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'

import { requireNode } from './node-version.mjs'

requireNode()
const { givenBrowser } = await import('./browser.mjs')
const { build } = await import('./build-if-needed.mjs')
const { findEngines } = await import('./engines.mjs')
const { onFiles } = await import('./files.mjs')
const { installIfNeeded } = await import('./install.mjs')
const { runNode, runNodeQuietly } = await import('./run.mjs')

const results = '.cache/results'

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

const asOne = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

/** A test run counts its tests; one that ended badly without naming a failed test counts as a failure of its own. */
const counted = (code, passed, failed) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed })

const check =
  (script, ...args) =>
  async () =>
    asOne((await runNode(script, args)) === 0)

/** As `check`, for what runs beside others: its output comes in one piece. */
const quietCheck =
  (script, ...args) =>
  async () => {
    const { code, output } = await runNodeQuietly(script, args)
    return { ...asOne(code === 0), output }
  }

const unit = async () => {
  const code = await runNode('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}/unit.json`,
  ])
  const report = readJson(`${results}/unit.json`)
  return counted(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0)
}

const deploy = async () => {
  const code = await runNode('scripts/deploy-test.mjs', [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resolve(results, 'deploy.json')}`,
  ])
  const report = readJson(`${results}/deploy.json`)
  return counted(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0)
}

/** A run of Playwright by one of the scripts beside this one. */
const playwright = (script, name) => async () => {
  const report = resolve(results, `${name}.json`)
  const code = await runNode(script, ['--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  const stats = readJson(report)?.stats
  return counted(code, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0))
}

/** What needs one core each and nothing that another makes; the longest first. */
const sideBySide = [
  {
    name: 'format',
    run: quietCheck('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  },
  { name: 'types', run: quietCheck('scripts/types.mjs') },
  {
    name: 'lint',
    run: quietCheck(
      'node_modules/oxlint/bin/oxlint',
      '-c',
      'oxlint.config.mjs',
      '--type-aware',
      '--deny-warnings',
    ),
  },
  { name: 'dead code', run: quietCheck('node_modules/knip/bin/knip.js') },
  // What only tests use is dead too.
  { name: 'dead code without tests', run: quietCheck('node_modules/knip/bin/knip.js', '--production') },
]

/** What takes every core, or what the step before made. */
const inTurn = [
  { name: 'unit tests', run: unit },
  { name: 'build', run: async () => asOne((await build()) === 0) },
  { name: 'no sandbox in the app', run: check('scripts/no-sandbox.mjs') },
  { name: 'size of the first load', run: check('scripts/first-load.mjs') },
  { name: 'served by npm start, nginx and Caddy', run: deploy },
  { name: 'browser tests', run: playwright('scripts/e2e.mjs', 'browser') },
  { name: 'journeys in Firefox and WebKit', run: playwright('scripts/engines-test.mjs', 'engines') },
]

// Said now rather than in ten minutes.
givenBrowser(process.env)
await onFiles(() => {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
})
await installIfNeeded()

const failedSteps = []
let passed = 0
let failed = 0
const add = (name, count) => {
  passed += count.passed
  failed += count.failed
  if (count.failed > 0) failedSteps.push(name)
}

const waiting = [...sideBySide]
const worker = async () => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { output, ...count } = await step.run()
    console.log(`\n— ${step.name}\n${output}`)
    add(step.name, count)
  }
}
await Promise.all([worker(), worker()])
for (const { name, run: step } of inTurn) {
  console.log(`\n— ${name}`)
  add(name, await step())
}

// Nothing that was left out is among what passed.
for (const line of (await findEngines()).leftOut) console.log(`\n${line}`)
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

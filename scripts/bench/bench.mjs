// npm run bench -- [--only load|lists|polls|charts] [--against <commit or URL>] [--rounds 5] [--here <commit or URL>] [--functions]:
// measures the app in a browser, in turn with another where one is named, and prints the medians and their ratios. All of it is left in
// .cache/bench/<measurement>.json. With --functions each step of one round tells what took its time instead. With --path the one at the
// URL is another app altogether, whose page with a table at that path is loaded.
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { requireNode } from '../node-version.mjs'

requireNode()
const { ensureBrowser } = await import('../browser.mjs')
const { installIfNeeded } = await import('../install.mjs')

await installIfNeeded()
const { chromium } = await import('playwright')
const { openCharts } = await import('./charts.mjs')
const { openLists } = await import('./lists.mjs')
const { openLoad } = await import('./load.mjs')
const { openPolls } = await import('./polls.mjs')
const { openTarget } = await import('./target.mjs')

/** By name: opens the measurement of a target, and returns a function that makes one round of it. */
const measurements = { load: openLoad, lists: openLists, polls: openPolls, charts: openCharts }

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    here: { type: 'string' },
    against: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    path: { type: 'string' },
    functions: { type: 'boolean', default: false },
  },
})
const rounds = values.functions ? 1 : Number(values.rounds)
const names = Object.keys(measurements).filter((name) => values.only === undefined || values.only === name)
if (names.length === 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`--only takes one of ${Object.keys(measurements).join(', ')}, --rounds a whole number.`)
  process.exit(1)
}

const median = (figures) => {
  const sorted = figures.filter((figure) => figure !== null).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

const shown = (figure) =>
  figure === null ? '–' : figure < 10 ? String(Math.round(figure * 1000) / 1000) : String(Math.round(figure))

/** The medians of each part of a measurement, a column for each target, and the ratio of the first to the second. */
const print = (name, targets, results) => {
  const table = {}
  for (const part of Object.keys(results[0][0])) {
    table[part] = {}
    for (const label of Object.keys(results[0][0][part])) {
      const medians = results.map((list) => median(list.map((round) => round[part][label])))
      table[part][label] = medians
      const [here, there] = medians
      const ratio = here === null || !there ? '' : (here / there).toFixed(2)
      const cells = [...medians.map(shown), ratio].map((text) => text.padStart(12))
      console.log(`${part.padEnd(22)} ${label.padEnd(24)}${cells.join('')}`)
    }
  }
  const said = { measurement: name, targets: targets.map((target) => target.name), medians: table, results }
  mkdirSync('.cache/bench', { recursive: true })
  writeFileSync(`.cache/bench/${name}.json`, `${JSON.stringify(said, null, 2)}\n`)
}

const executablePath = await ensureBrowser()
if (executablePath === undefined) process.exit(1)
const targets = [await openTarget(values.here)]
if (values.against !== undefined) targets.push({ ...(await openTarget(values.against)), path: values.path })
const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
const browser = await chromium.launch({ executablePath, args })
try {
  for (const name of names) {
    const open = []
    for (const target of targets) open.push(await measurements[name](browser, target, values.functions))
    const results = targets.map(() => [])
    for (let round = 0; round < rounds; round += 1)
      for (const [index, measure] of open.entries()) results[index].push(await measure())
    console.log(
      `${name}, medians of ${rounds}, ms: ${targets.map((target) => target.name).join(', ')}, ratio`,
    )
    print(name, targets, results)
  }
} finally {
  await browser.close()
  for (const target of targets) target.stop()
}
process.exit(0)

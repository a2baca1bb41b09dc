// npm run screenshots [-- --out <folder>] [-- <scene>…]: takes every page and main state of the built app, large and small, light and
// dark. With --docs it writes the README's pictures instead, with --baselines those that the browser tests compare with.
import { resolve } from 'node:path'

import { requireNode } from './node-version.mjs'

requireNode()
const { parseArgs } = await import('node:util')
const { buildIfNeeded } = await import('./build-if-needed.mjs')
const { installIfNeeded } = await import('./install.mjs')
const { runNode } = await import('./run.mjs')

const { values, positionals } = parseArgs({
  options: {
    docs: { type: 'boolean', default: false },
    baselines: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
  allowPositionals: true,
})

const folder = resolve(values.out ?? (values.docs ? 'docs/screenshots' : '.cache/screenshots'))

const pictures = () => ['-c', 'e2e/screenshots.config.ts', `--project=${values.docs ? 'docs' : 'pictures'}`]
const comparison = () => ['--project=visual', '--update-snapshots=changed']
const named = positionals.length === 0 ? [] : [`--grep=: (?:${positionals.join('|')})$`]

await installIfNeeded()
await buildIfNeeded()
const args = [...(values.baselines ? comparison() : pictures()), ...named]
const code = await runNode('scripts/e2e.mjs', args, { env: { HATTERAS_PICTURES: folder } })
if (code === 0) console.log(`The pictures are in ${values.baselines ? 'e2e/visual/baselines' : folder}.`)
process.exit(code)

// Type-checks every folder with its own globals: browser code sees no Node types, the sandbox no DOM types.
import { runNodeQuietly } from './run.mjs'

const projects = ['.', 'src', 'src/tsconfig.test.json', 'src/sandbox', 'src/serve', 'e2e', 'deploy/test']

// Several projects have the contract and the helpers in them, and would each name the same mistake.
const shown = new Set()
let failed = false
for (const project of projects) {
  const { code, output } = await runNodeQuietly('node_modules/typescript/bin/tsc', ['-p', project])
  failed = code !== 0 || failed
  for (const line of output.split('\n').filter((text) => text !== '' && !shown.has(text))) {
    shown.add(line)
    console.log(line)
  }
}
process.exit(failed ? 1 : 0)

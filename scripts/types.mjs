// Type-checks every folder with its own globals: browser code sees no Node types, the sandbox no DOM types.
import { spawn } from 'node:child_process'

const projects = ['.', 'src', 'src/tsconfig.test.json', 'src/sandbox', 'src/serve', 'e2e']

const check = (project) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
      stdio: 'inherit',
    })
    child.on('close', resolve)
  })

let failed = false
for (const project of projects) failed = (await check(project)) !== 0 || failed
process.exit(failed ? 1 : 0)

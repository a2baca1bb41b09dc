import { spawn } from 'node:child_process'

/** Runs a program in the foreground; answers its exit code (1 where it could not be started or was killed). */
export const run = (command, args, { env = {}, stdio = 'inherit' } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio, env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })

/** As `runNode`, for what runs beside something else: answers what it wrote, to be shown when it has ended. */
export const runNodeQuietly = (script, args = []) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

/** Runs a package's own program with this Node, whatever the shell or the platform. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options)
